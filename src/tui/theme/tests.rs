//! Every theme can be read, and none says anything by colour alone.

use ratatui::style::Color;

use super::*;

/// The three parts of a colour that is sent to a terminal.
fn parts(colour: Color) -> [u8; 3] {
    let step = |at: u8| if at == 0 { 0 } else { 55 + 40 * at };
    match colour {
        Color::Rgb(red, green, blue) => [red, green, blue],
        Color::Indexed(grey @ 232..) => [8 + 10 * (grey - 232); 3],
        Color::Indexed(at @ 16..) => [(at - 16) / 36, (at - 16) / 6 % 6, (at - 16) % 6].map(step),
        other => panic!("{other:?} is the terminal's own"),
    }
}

/// Relative luminance and contrast as WCAG 2 has them.
fn contrast(one: Color, other: Color) -> f64 {
    let luminance = |colour| {
        let linear = parts(colour).map(|value| {
            let value = f64::from(value) / 255.0;
            if value <= 0.040_45 {
                value / 12.92
            } else {
                ((value + 0.055) / 1.055).powf(2.4)
            }
        });
        0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    };
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn every_theme_can_be_read() {
    for palette in PALETTES {
        assert!(!palette.title.zh.is_empty());
        let Some(ground) = palette.ground else {
            continue;
        };
        for depth in [Depth::True, Depth::Cube] {
            let theme = Theme {
                depth,
                palette,
                ..Theme::terminal()
            };
            for role in Role::ALL {
                let style = theme.style(role);
                let ink = style.fg.unwrap_or(depth.nearest(ground.ink));
                let paper = style.bg.unwrap_or(depth.nearest(ground.paper));
                let contrast = contrast(ink, paper);
                let name = palette.name;
                assert!(contrast >= 4.5, "{name} {depth:?} {role:?}: {contrast:.2}");
            }
        }
    }
}

#[test]
fn a_terminal_with_sixteen_colours_is_sent_no_others() {
    for palette in PALETTES {
        let theme = Theme {
            palette,
            ..Theme::terminal()
        };
        for role in Role::ALL {
            let fg = theme.style(role).fg;
            assert!(!matches!(fg, Some(Color::Rgb(..) | Color::Indexed(_))));
        }
    }
}

#[test]
fn without_colours_only_modifiers_remain() {
    let plain = Theme::colourless();
    assert_eq!(plain.style(Role::Error).fg, None);
    assert_ne!(plain.style(Role::Error), plain.style(Role::Plain));
    assert_ne!(plain.style(Role::Selected), plain.style(Role::Plain));
    assert_ne!(plain.style(Role::Dim), plain.style(Role::Plain));
}
