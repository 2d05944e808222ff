//! What the program says about itself: help of every command and complaints, in both languages.

use crate::sandbox::Sandbox;

const COMMANDS: [&[&str]; 14] = [
    &[],
    &["check"],
    &["explain"],
    &["rules"],
    &["show"],
    &["set"],
    &["new"],
    &["new", "base"],
    &["new", "local"],
    &["levels"],
    &["align"],
    &["decide"],
    &["init"],
    &["demo"],
];

fn every_help(locale: &str) -> String {
    let sandbox = Sandbox::new().with("LANG", locale);
    let help = |command: &&[&str]| {
        let said = sandbox.say(&[command, &["--help"][..]].concat());
        let said = said.strip_suffix("--- exit 0").unwrap().to_owned();
        format!(
            "$ mulu {}\n{said}",
            [command, &["--help"][..]].concat().join(" ")
        )
    };
    COMMANDS.iter().map(help).collect::<Vec<_>>().join("\n")
}

#[test]
fn help_in_chinese() {
    insta::assert_snapshot!(every_help("zh_CN.UTF-8"), @"
    $ mulu --help
    mulu（目录）：政务服务事项目录的编目台。不带命令运行时打开界面。

    用法：mulu [选项] [命令]

    命令：
      check    检查目录，列出所有问题
      explain  说明一条规则：查什么、为什么、怎么改
      rules    列出所有规则
      show     显示一个事项的有效内容，以及每个值来自哪里
      score    各级统一到什么程度：该一致的有多少一致，只能朝一个方向变的有多少没有变坏
      set      改一个事项的一个字段，文件里其他内容一字不动
      new      新增一个事项
      levels   比对各级目录，列出所有差异
      align    查看各地事项与基本目录怎样对应，把确认的对应写回编码
      decide   处置差异：采用上级、向上提议、准予不同、暂不处理
      init     新建一个目录
      demo     解开自带的样例目录，供试用
      help     说明一个命令的用法

    选项：
      -C, --catalog <DIR>  在此文件夹（或其上级）找目录，默认为当前文件夹
          --lang <LANG>    界面语言：zh 或 en
          --color <WHEN>   颜色：auto（终端上才有）、always 或 never
          --today <DATE>   当作今天的日期（YYYY-MM-DD），默认为系统日期
      -h, --help           显示帮助
      -V, --version        显示版本

    退出码：0 没有问题，1 有达到门槛的问题，2 没有做成。
    语言随 LC_ALL、LC_MESSAGES、LANG；C 和 POSIX 终端可能显示不了中文，用英文。
    颜色听从 NO_COLOR、CLICOLOR_FORCE；宽度听从 COLUMNS。

    $ mulu check --help
    检查目录，列出所有问题

    用法：mulu check [选项] [PATH]

    参数：
      [PATH]  目录，或其中的文件夹、文件；默认为当前文件夹所在的目录

    选项：
          --format <FORMAT>   human（给人看，默认）或 json
          --severity <LEVEL>  从哪一级问题起退出码为 1：note、warning（默认）或 error
          --rule <CODE>       只看这条规则，可写多次
          --max <N>           最多列出几个问题（小结仍计全部）
      -C, --catalog <DIR>     在此文件夹（或其上级）找目录，默认为当前文件夹
          --lang <LANG>       界面语言：zh 或 en
          --color <WHEN>      颜色：auto（终端上才有）、always 或 never
          --today <DATE>      当作今天的日期（YYYY-MM-DD），默认为系统日期
      -h, --help              显示帮助

    json 的格式在版本 1 内只增不改：每个问题有 rule、severity、title、message、path，
    start 和 end（line、column 从 1 数，column 按字符；offset 为字节，从 0 数），related，
    fix（title、safety）或 null。

    $ mulu explain --help
    说明一条规则：查什么、为什么、怎么改

    用法：mulu explain CODE

    参数：
      <CODE>  规则编号，如 L003

    选项：
      -C, --catalog <DIR>  在此文件夹（或其上级）找目录，默认为当前文件夹
          --lang <LANG>    界面语言：zh 或 en
          --color <WHEN>   颜色：auto（终端上才有）、always 或 never
          --today <DATE>   当作今天的日期（YYYY-MM-DD），默认为系统日期
      -h, --help           显示帮助

    $ mulu rules --help
    列出所有规则

    用法：mulu rules [选项]

    选项：
          --family <LETTER>  只列一类：S 结构 C 编码 N 名称 T 类型 L 依据 D 时限收费 G 指南 X 各级之间 R 引用 P 公众 A 权限
          --format <FORMAT>  human（给人看，默认）或 json
      -C, --catalog <DIR>    在此文件夹（或其上级）找目录，默认为当前文件夹
          --lang <LANG>      界面语言：zh 或 en
          --color <WHEN>     颜色：auto（终端上才有）、always 或 never
          --today <DATE>     当作今天的日期（YYYY-MM-DD），默认为系统日期
      -h, --help             显示帮助

    $ mulu show --help
    显示一个事项的有效内容，以及每个值来自哪里

    用法：mulu show [选项] CODE

    参数：
      <CODE>  基本编码、实施编码，或文件路径

    选项：
          --format <FORMAT>  human（给人看，默认）或 json
      -C, --catalog <DIR>    在此文件夹（或其上级）找目录，默认为当前文件夹
          --lang <LANG>      界面语言：zh 或 en
          --color <WHEN>     颜色：auto（终端上才有）、always 或 never
          --today <DATE>     当作今天的日期（YYYY-MM-DD），默认为系统日期
      -h, --help             显示帮助

    $ mulu set --help
    改一个事项的一个字段，文件里其他内容一字不动

    用法：mulu set [选项] CODE FIELD VALUE...
           mulu set [选项] CODE FIELD --remove

    参数：
      <CODE>      基本编码、实施编码，或文件路径
      <FIELD>     字段，如 name、promised_limit.days、legal_basis[0].article
      [VALUE]...  新的值；列表每项写一个，复杂的写成 YAML，如 '{days: 5, unit: working}'

    选项：
          --remove         去掉这个字段，恢复沿用上级
          --dry-run        只显示会怎样改，不写入
          --force          不合规定也写入
      -C, --catalog <DIR>  在此文件夹（或其上级）找目录，默认为当前文件夹
          --lang <LANG>    界面语言：zh 或 en
          --color <WHEN>   颜色：auto（终端上才有）、always 或 never
          --today <DATE>   当作今天的日期（YYYY-MM-DD），默认为系统日期
      -h, --help           显示帮助

    $ mulu new --help
    新增一个事项

    用法：mulu new <base|local> [选项]

    命令：
      base   在基本目录新增一个事项，编码顺次取下一个
      local  让一个实施主体认领基本目录里的一个事项

    选项：
      -C, --catalog <DIR>  在此文件夹（或其上级）找目录，默认为当前文件夹
          --lang <LANG>    界面语言：zh 或 en
          --color <WHEN>   颜色：auto（终端上才有）、always 或 never
          --today <DATE>   当作今天的日期（YYYY-MM-DD），默认为系统日期
      -h, --help           显示帮助

    $ mulu new base --help
    在基本目录新增一个事项，编码顺次取下一个

    用法：mulu new base --name NAME --type NN --department NN --law TITLE --article N [选项]

    选项：
          --name <NAME>      事项名称
          --type <NN>        事项类型，两位，如 01（见 schemas/types.yaml）
          --department <NN>  中央业务指导部门，两位（见 schemas/coding.yaml）
          --law <TITLE>      设定依据的全称，不加书名号
          --article <N>      第几条
          --levels <LIST>    行使层级，如 3,4；默认为目录里的各级
          --region <NN>      地区，两位；默认 00，全国通用
      -C, --catalog <DIR>    在此文件夹（或其上级）找目录，默认为当前文件夹
          --lang <LANG>      界面语言：zh 或 en
          --color <WHEN>     颜色：auto（终端上才有）、always 或 never
          --today <DATE>     当作今天的日期（YYYY-MM-DD），默认为系统日期
      -h, --help             显示帮助

    $ mulu new local --help
    让一个实施主体认领基本目录里的一个事项

    用法：mulu new local --base CODE --division CODE [选项]

    选项：
          --base <CODE>      要认领的基本编码
          --division <CODE>  在哪里办，区划代码
          --body <CODE>      实施主体的信用代码；该地区只有一个对口部门时可以不写
          --level <N>        行使层级，一位；默认为该地区的层级
      -C, --catalog <DIR>    在此文件夹（或其上级）找目录，默认为当前文件夹
          --lang <LANG>      界面语言：zh 或 en
          --color <WHEN>     颜色：auto（终端上才有）、always 或 never
          --today <DATE>     当作今天的日期（YYYY-MM-DD），默认为系统日期
      -h, --help             显示帮助

    $ mulu levels --help
    比对各级目录，列出所有差异

    用法：mulu levels [选项] [FROM] [TO]...

    参数：
      [FROM]   与谁比：地区（代码或名称）、层级（省级、4）、base，或版本（HEAD~3:330106、v1:）；不写则每个事项与其上级比，只写一个则只看该处与上级的差异
      [TO]...  比谁，可写多个

    选项：
          --matter <CODE>      一个事项的比对表：各字段在各级的值
          --siblings           同级比较：各字段中与多数不同的少数
          --class <CLASS>      只看这几类：conflict、looser、extra、missing、wording、tighter
          --field <FIELD>      只看这几个字段，如 promised_limit 或 承诺办结时限
          --department <CODE>  只看这几个部门，代码或名称
          --type <CODE>        只看这几类事项，代码或名称
          --division <PLACE>   只看这几个地区或层级
          --standing <WORD>    只看待处理 open、已处置 decided 或处置已失效 void 的
          --all                也列出标准允许的（收紧、少要材料）、已准予的，以及没有对应的事项
          --max <N>            最多列出几个差异（小结仍计全部）
          --fail-on <CLASS>    有这一类或更重的、未准予的差异列出时，退出码为 1；由重到轻为 conflict、looser、extra、missing、wording、tighter
          --format <FORMAT>    human（给人看，默认）、json、markdown 或 csv（可用 Excel 打开）
      -C, --catalog <DIR>      在此文件夹（或其上级）找目录，默认为当前文件夹
          --lang <LANG>        界面语言：zh 或 en
          --color <WHEN>       颜色：auto（终端上才有）、always 或 never
          --today <DATE>       当作今天的日期（YYYY-MM-DD），默认为系统日期
      -h, --help               显示帮助

    筛选的词可写多个，用逗号分开。不写 --fail-on 时，有无差异退出码都是 0。json 的格式在版本 1 内只增不改：summary（due、void、approved、
    allowed，并按 classes、fields、departments、types、divisions 分列）；comparisons（from、to、pairs、only_from、
    only_to、unclear）；differences，每个有 path、line、code、base_code、name、division、field、title、class、
    stand、counts、decision 或 null、value、missing、extra、reach、fingerprint、upper（floor、division、revision、
    path、value）和 siblings（total、same、majority）或 null；more。--matter 给出 columns 和 rows，--siblings 给出 odd。

    $ mulu align --help
    查看各地事项与基本目录怎样对应，把确认的对应写回编码

    用法：mulu align [选项] [DIVISION]...

    参数：
      [DIVISION]...  只看这几个地区或层级，代码或名称

    选项：
          --all                   一对一的也逐个列出
          --confirm <LOCAL=BASE>  确认对应：本地事项（编码或文件）=基本编码，可写多次；改写两处编码、办理项编码和文件名
          --confirm-above <N>     确认所有把握不低于 N% 且别无相近的对应
          --diff                  只显示会怎样改，不写入
          --format <FORMAT>       human（给人看，默认）或 json
      -C, --catalog <DIR>         在此文件夹（或其上级）找目录，默认为当前文件夹
          --lang <LANG>           界面语言：zh 或 en
          --color <WHEN>          颜色：auto（终端上才有）、always 或 never
          --today <DATE>          当作今天的日期（YYYY-MM-DD），默认为系统日期
      -h, --help                  显示帮助

    不写 --confirm 就什么都不改。json 的格式在版本 1 内只增不改：claims（division、base、locals）、
    unlinked（local、gap、meant、likely：base、confidence、reasons）、doubts（local、stated、named）、
    unclaimed（division、base）。

    $ mulu decide --help
    处置差异：采用上级、向上提议、准予不同、暂不处理

    用法：mulu decide <adopt|propose|approve|skip> [选项]

    参数：
      <ACTION>  adopt 去掉本地的值，沿用上级；propose 提议上级改为此值；approve 准予不同，到期为止；skip 暂不处理

    选项：
          --matter <CODE>        只看这个事项：基本编码、实施编码或文件
          --class <CLASS>        只看这几类：conflict、looser、extra、missing、wording、tighter
          --field <FIELD>        只看这几个字段，如 promised_limit 或 承诺办结时限
          --department <CODE>    只看这几个部门，代码或名称
          --type <CODE>          只看这几类事项，代码或名称
          --division <PLACE>     只看这几个地区或层级
          --standing <WORD>      只看待处理 open、已处置 decided 或处置已失效 void 的
          --all                  处置所有符合的差异，不限一个
          --by <NAME>            处置人，默认为 git 的 user.name
          --reason <TEXT>        理由
          --legal-reason <TEXT>  法律依据
          --until <DATE>         准予到哪一天（YYYY-MM-DD）
          --sibling <CODE>       adopt 时采用这个同级事项（编码、文件或地区）的值
          --here                 propose 时直接改工作区里的上级文件，不另建分支
          --diff                 只显示会怎样改，不写入
      -C, --catalog <DIR>        在此文件夹（或其上级）找目录，默认为当前文件夹
          --lang <LANG>          界面语言：zh 或 en
          --color <WHEN>         颜色：auto（终端上才有）、always 或 never
          --today <DATE>         当作今天的日期（YYYY-MM-DD），默认为系统日期
      -h, --help                 显示帮助

    默认只能处置一个差异；符合的不止一个时列出它们，退出码为 2。propose 在新分支 propose/<基本编码>-<字段> 上
    提交对上级的修改，提交说明写明各地现况；工作区和当前分支不动。

    $ mulu init --help
    新建一个目录

    用法：mulu init [选项] DIR

    参数：
      <DIR>  放目录的文件夹；没有就新建，已有目录的不动

    选项：
      -C, --catalog <DIR>  在此文件夹（或其上级）找目录，默认为当前文件夹
          --lang <LANG>    界面语言：zh 或 en
          --color <WHEN>   颜色：auto（终端上才有）、always 或 never
          --today <DATE>   当作今天的日期（YYYY-MM-DD），默认为系统日期
      -h, --help           显示帮助

    $ mulu demo --help
    解开自带的样例目录，供试用

    用法：mulu demo [选项] [DIR]

    参数：
      [DIR]  放样例的文件夹；默认新建一个临时文件夹

    选项：
      -C, --catalog <DIR>  在此文件夹（或其上级）找目录，默认为当前文件夹
          --lang <LANG>    界面语言：zh 或 en
          --color <WHEN>   颜色：auto（终端上才有）、always 或 never
          --today <DATE>   当作今天的日期（YYYY-MM-DD），默认为系统日期
      -h, --help           显示帮助
    ");
}

#[test]
fn help_in_english() {
    insta::assert_snapshot!(every_help("C"), @"
    $ mulu --help
    mulu: the desk for catalogs of government service matters. Without a command it opens the screen.

    Usage: mulu [OPTIONS] [COMMAND]

    Commands:
      check    Check a catalog and list every finding
      explain  Explain a rule: what it looks for, why, and what to do
      rules    List every rule
      show     Show what holds for a matter, and where each value comes from
      score    How uniform the levels are: how much of what should be equal is, and of what may move one way only
      set      Change one field of a matter and nothing else in its file
      new      Add a matter
      levels   Set levels side by side and list every difference
      align    Show who corresponds to whom, and write confirmed pairs back as codes
      decide   Decide a difference: adopt, propose upward, approve, or skip it
      init     Make a new catalog
      demo     Unpack the sample catalog to try things on
      help     Show how a command is used

    Options:
      -C, --catalog <DIR>  Look for the catalog in this folder or above it, by default the current one
          --lang <LANG>    Language: zh or en
          --color <WHEN>   Colours: auto (only on a terminal), always or never
          --today <DATE>   The date taken as today (YYYY-MM-DD), by default the system's
      -h, --help           Show help
      -V, --version        Show the version

    Exit: 0 clean, 1 findings at or above the threshold, 2 could not be done.
    The language follows LC_ALL, LC_MESSAGES, LANG; C and POSIX mean English, since such a terminal may not
    show Chinese. Colours follow NO_COLOR and CLICOLOR_FORCE, the width follows COLUMNS.

    $ mulu check --help
    Check a catalog and list every finding

    Usage: mulu check [OPTIONS] [PATH]

    Arguments:
      [PATH]  A catalog, or a folder or file in one; by default the catalog around the current folder

    Options:
          --format <FORMAT>   human (the default) or json
          --severity <LEVEL>  From which severity on to exit with 1: note, warning (the default) or error
          --rule <CODE>       Only findings of this rule; can be given several times
          --max <N>           List at most N findings (the summary counts all)
      -C, --catalog <DIR>     Look for the catalog in this folder or above it, by default the current one
          --lang <LANG>       Language: zh or en
          --color <WHEN>      Colours: auto (only on a terminal), always or never
          --today <DATE>      The date taken as today (YYYY-MM-DD), by default the system's
      -h, --help              Show help

    Within version 1 of the json form keys are only added: each finding has rule, severity, title, message,
    path, start and end (line and column from 1, column in characters; offset in bytes from 0), related, and
    fix (title, safety) or null.

    $ mulu explain --help
    Explain a rule: what it looks for, why, and what to do

    Usage: mulu explain CODE

    Arguments:
      <CODE>  The rule's code, such as L003

    Options:
      -C, --catalog <DIR>  Look for the catalog in this folder or above it, by default the current one
          --lang <LANG>    Language: zh or en
          --color <WHEN>   Colours: auto (only on a terminal), always or never
          --today <DATE>   The date taken as today (YYYY-MM-DD), by default the system's
      -h, --help           Show help

    $ mulu rules --help
    List every rule

    Usage: mulu rules [OPTIONS]

    Options:
          --family <LETTER>  Only one family: S shape, C code, N name, T type, L legal basis, D deadlines and fees, G guide,
                             X across levels, R references, P the public's view, A authority
          --format <FORMAT>  human (the default) or json
      -C, --catalog <DIR>    Look for the catalog in this folder or above it, by default the current one
          --lang <LANG>      Language: zh or en
          --color <WHEN>     Colours: auto (only on a terminal), always or never
          --today <DATE>     The date taken as today (YYYY-MM-DD), by default the system's
      -h, --help             Show help

    $ mulu show --help
    Show what holds for a matter, and where each value comes from

    Usage: mulu show [OPTIONS] CODE

    Arguments:
      <CODE>  A base code, an implementation code, or a path

    Options:
          --format <FORMAT>  human (the default) or json
      -C, --catalog <DIR>    Look for the catalog in this folder or above it, by default the current one
          --lang <LANG>      Language: zh or en
          --color <WHEN>     Colours: auto (only on a terminal), always or never
          --today <DATE>     The date taken as today (YYYY-MM-DD), by default the system's
      -h, --help             Show help

    $ mulu set --help
    Change one field of a matter and nothing else in its file

    Usage: mulu set [OPTIONS] CODE FIELD VALUE...
           mulu set [OPTIONS] CODE FIELD --remove

    Arguments:
      <CODE>      A base code, an implementation code, or a path
      <FIELD>     The field, such as name, promised_limit.days, legal_basis[0].article
      [VALUE]...  The new value; one word for each element of a list, YAML for more, such as '{days: 5, unit: working}'

    Options:
          --remove         Take the field out, so that it is inherited again
          --dry-run        Only show what would change
          --force          Write even what the schema forbids
      -C, --catalog <DIR>  Look for the catalog in this folder or above it, by default the current one
          --lang <LANG>    Language: zh or en
          --color <WHEN>   Colours: auto (only on a terminal), always or never
          --today <DATE>   The date taken as today (YYYY-MM-DD), by default the system's
      -h, --help           Show help

    $ mulu new --help
    Add a matter

    Usage: mulu new <base|local> [OPTIONS]

    Commands:
      base   Add a base matter under the next free code
      local  Let a body take up a base matter

    Options:
      -C, --catalog <DIR>  Look for the catalog in this folder or above it, by default the current one
          --lang <LANG>    Language: zh or en
          --color <WHEN>   Colours: auto (only on a terminal), always or never
          --today <DATE>   The date taken as today (YYYY-MM-DD), by default the system's
      -h, --help           Show help

    $ mulu new base --help
    Add a base matter under the next free code

    Usage: mulu new base --name NAME --type NN --department NN --law TITLE --article N [OPTIONS]

    Options:
          --name <NAME>      Name
          --type <NN>        Type, two digits, such as 01 (see schemas/types.yaml)
          --department <NN>  Central department, two digits (see schemas/coding.yaml)
          --law <TITLE>      Full title of the law that sets it
          --article <N>      Number of the article
          --levels <LIST>    Levels, such as 3,4; by default those of the divisions
          --region <NN>      Region, two digits; by default 00, the nation
      -C, --catalog <DIR>    Look for the catalog in this folder or above it, by default the current one
          --lang <LANG>      Language: zh or en
          --color <WHEN>     Colours: auto (only on a terminal), always or never
          --today <DATE>     The date taken as today (YYYY-MM-DD), by default the system's
      -h, --help             Show help

    $ mulu new local --help
    Let a body take up a base matter

    Usage: mulu new local --base CODE --division CODE [OPTIONS]

    Options:
          --base <CODE>      Base code of the matter taken up
          --division <CODE>  Where it is offered: a division code
          --body <CODE>      Credit code of the body; not needed if the division has one body of the department
          --level <N>        Level, one digit; by default that of the division
      -C, --catalog <DIR>    Look for the catalog in this folder or above it, by default the current one
          --lang <LANG>      Language: zh or en
          --color <WHEN>     Colours: auto (only on a terminal), always or never
          --today <DATE>     The date taken as today (YYYY-MM-DD), by default the system's
      -h, --help             Show help

    $ mulu levels --help
    Set levels side by side and list every difference

    Usage: mulu levels [OPTIONS] [FROM] [TO]...

    Arguments:
      [FROM]   What to compare with: a division (code or name), a level (county, 4), base, or a revision (HEAD~3:330106, v1:); without it each matter is held to the one above; alone, only its matters are
      [TO]...  What to compare; can be several

    Options:
          --matter <CODE>      The matrix of one matter: each field at each level
          --siblings           Among siblings: who stands apart from most, field by field
          --class <CLASS>      Only these classes: conflict, looser, extra, missing, wording, tighter
          --field <FIELD>      Only these fields, such as promised_limit
          --department <CODE>  Only these departments, by code or name
          --type <CODE>        Only these types, by code or name
          --division <PLACE>   Only these divisions or levels
          --standing <WORD>    Only open ones, decided ones, or those whose decision is void
          --all                List also what the standard allows, what is approved, and matters without a counterpart
          --max <N>            List at most N differences (the summary counts all)
          --fail-on <CLASS>    Exit with 1 if a difference of this class or a graver one is listed and not approved; from grave to slight: conflict, looser, extra, missing, wording, tighter
          --format <FORMAT>    human (the default), json, markdown or csv (fit for Excel)
      -C, --catalog <DIR>      Look for the catalog in this folder or above it, by default the current one
          --lang <LANG>        Language: zh or en
          --color <WHEN>       Colours: auto (only on a terminal), always or never
          --today <DATE>       The date taken as today (YYYY-MM-DD), by default the system's
      -h, --help               Show help

    Words to filter by can be several, with commas. Without --fail-on the exit code is 0 whether there are differences or not. Within version 1 of the json form
    keys are only added: summary (due, void, approved, allowed, and the same by classes, fields, departments, types,
    divisions); comparisons (from, to, pairs, only_from, only_to, unclear); differences, each with path, line, code,
    base_code, name, division, field, title, class, stand, counts, decision or null, value, missing, extra, reach,
    fingerprint, upper (floor, division, revision, path, value) and siblings (total, same, majority) or null; more.
    With --matter there are columns and rows, with --siblings there is odd.

    $ mulu align --help
    Show who corresponds to whom, and write confirmed pairs back as codes

    Usage: mulu align [OPTIONS] [DIVISION]...

    Arguments:
      [DIVISION]...  Only these divisions or levels, by code or name

    Options:
          --all                   List those that are one-to-one, too
          --confirm <LOCAL=BASE>  Confirm a pair: a local matter (code or path)=a base code; can be given several times; codes, those of handling items and the file name follow
          --confirm-above <N>     Confirm every pair that is at least N% sure with no other near
          --diff                  Only show what would change
          --format <FORMAT>       human (the default) or json
      -C, --catalog <DIR>         Look for the catalog in this folder or above it, by default the current one
          --lang <LANG>           Language: zh or en
          --color <WHEN>          Colours: auto (only on a terminal), always or never
          --today <DATE>          The date taken as today (YYYY-MM-DD), by default the system's
      -h, --help                  Show help

    Nothing is changed without --confirm. Within version 1 of the json form keys are only added: claims
    (division, base, locals), unlinked (local, gap, meant, likely: base, confidence, reasons), doubts (local, stated,
    named), unclaimed (division, base).

    $ mulu decide --help
    Decide a difference: adopt, propose upward, approve, or skip it

    Usage: mulu decide <adopt|propose|approve|skip> [OPTIONS]

    Arguments:
      <ACTION>  adopt: drop the value, so that the one above holds; propose: ask the level above to take it; approve: it may stay different until a day; skip: leave it for later

    Options:
          --matter <CODE>        Only this matter: a base code, an implementation code or a path
          --class <CLASS>        Only these classes: conflict, looser, extra, missing, wording, tighter
          --field <FIELD>        Only these fields, such as promised_limit
          --department <CODE>    Only these departments, by code or name
          --type <CODE>          Only these types, by code or name
          --division <PLACE>     Only these divisions or levels
          --standing <WORD>      Only open ones, decided ones, or those whose decision is void
          --all                  Decide every difference that is meant, not only one
          --by <NAME>            Who decides; by default git's user.name
          --reason <TEXT>        Why
          --legal-reason <TEXT>  The law that allows it
          --until <DATE>         The last day it holds (YYYY-MM-DD)
          --sibling <CODE>       With adopt: take the value of this sibling (a code, a path or a division)
          --here                 With propose: change the matter above in the work tree, not on a branch of its own
          --diff                 Only show what would change
      -C, --catalog <DIR>        Look for the catalog in this folder or above it, by default the current one
          --lang <LANG>          Language: zh or en
          --color <WHEN>         Colours: auto (only on a terminal), always or never
          --today <DATE>         The date taken as today (YYYY-MM-DD), by default the system's
      -h, --help                 Show help

    By default exactly one difference must be meant; if there are several, they are listed and the exit code is 2.
    propose commits the change of the matter above on a new branch propose/<base code>-<field>, with who says what in
    its message; the work tree and the branch at hand stay as they are.

    $ mulu init --help
    Make a new catalog

    Usage: mulu init [OPTIONS] DIR

    Arguments:
      <DIR>  The folder for it; made if it is not there, left alone if it holds a catalog

    Options:
      -C, --catalog <DIR>  Look for the catalog in this folder or above it, by default the current one
          --lang <LANG>    Language: zh or en
          --color <WHEN>   Colours: auto (only on a terminal), always or never
          --today <DATE>   The date taken as today (YYYY-MM-DD), by default the system's
      -h, --help           Show help

    $ mulu demo --help
    Unpack the sample catalog to try things on

    Usage: mulu demo [OPTIONS] [DIR]

    Arguments:
      [DIR]  The folder for it; by default a new temporary one

    Options:
      -C, --catalog <DIR>  Look for the catalog in this folder or above it, by default the current one
          --lang <LANG>    Language: zh or en
          --color <WHEN>   Colours: auto (only on a terminal), always or never
          --today <DATE>   The date taken as today (YYYY-MM-DD), by default the system's
      -h, --help           Show help
    ");
}

#[test]
fn help_is_a_command_and_an_option() {
    let sandbox = Sandbox::new();
    for command in COMMANDS {
        let by_command = sandbox.say(&[&["help"][..], command].concat());
        assert_eq!(
            by_command,
            sandbox.say(&[command, &["--help"][..]].concat())
        );
    }
}

#[test]
fn a_wrong_command_line_is_answered_in_chinese() {
    let sandbox = Sandbox::new();
    let said = |args: &[&str]| sandbox.say(args);
    insta::assert_snapshot!(said(&["chekc"]), @r"
    --- stderr
    错误：没有“chekc”这个命令
    提示：是不是 check？
    用法：mulu [选项] [命令]
    --- exit 2
    ");
    insta::assert_snapshot!(said(&["check", "--formt", "json"]), @r"
    --- stderr
    错误：没有“--formt”这个参数
    提示：是不是 --format？
    用法：mulu check [选项] [PATH]
    --- exit 2
    ");
    insta::assert_snapshot!(said(&["check", "--format", "xml"]), @r"
    --- stderr
    错误：--format 不能是“xml”
    提示：可以写 human | json
    --- exit 2
    ");
    insta::assert_snapshot!(said(&["check", "--max"]), @r"
    --- stderr
    错误：--max 后面缺一个值
    --- exit 2
    ");
    insta::assert_snapshot!(said(&["check", "--max", "many"]), @r"
    --- stderr
    错误：--max 不能是“many”：要写不小于 0 的整数
    --- exit 2
    ");
    insta::assert_snapshot!(said(&["check", "--max", "1", "--max", "2"]), @r"
    --- stderr
    错误：--max 只能写一次
    用法：mulu check [选项] [PATH]
    --- exit 2
    ");
    insta::assert_snapshot!(said(&["show"]), @r"
    --- stderr
    错误：缺少 CODE
    用法：mulu show [选项] CODE
    --- exit 2
    ");
    insta::assert_snapshot!(said(&["set", "1", "name", "x", "--remove"]), @r"
    --- stderr
    错误：VALUE 不能和 --remove 一起用
    用法：mulu set [选项] CODE FIELD VALUE...
           mulu set [选项] CODE FIELD --remove
    --- exit 2
    ");
    insta::assert_snapshot!(said(&["new"]), @r"
    --- stderr
    错误：还缺一个子命令
    提示：mulu help 列出所有命令
    用法：mulu new <base|local> [选项]
    --- exit 2
    ");
    insta::assert_snapshot!(said(&["help", "chekc"]), @r"
    --- stderr
    错误：没有“chekc”这个命令
    提示：mulu help 列出所有命令
    --- exit 2
    ");
    insta::assert_snapshot!(said(&["explain", "护\u{1b}[31m照"]), @r"
    --- stderr
    错误：没有规则“护⟨U+001B⟩[31m照”
    提示：mulu rules 列出所有规则
    --- exit 2
    ");
}

#[test]
fn a_wrong_command_line_is_answered_in_english() {
    let sandbox = Sandbox::new().with("LANG", "C");
    let said = |args: &[&str]| sandbox.say(args);
    insta::assert_snapshot!(said(&["chekc"]), @r"
    --- stderr
    error: there is no command chekc
    hint: did you mean check?
    usage: mulu [OPTIONS] [COMMAND]
    --- exit 2
    ");
    insta::assert_snapshot!(said(&["check", "--format", "xml"]), @r"
    --- stderr
    error: --format cannot be xml
    hint: it can be human | json
    --- exit 2
    ");
    insta::assert_snapshot!(said(&["show"]), @r"
    --- stderr
    error: CODE is missing
    usage: mulu show [OPTIONS] CODE
    --- exit 2
    ");
}

#[test]
fn the_option_wins_over_the_locale_even_in_complaints() {
    let sandbox = Sandbox::new().with("LANG", "C");
    insta::assert_snapshot!(sandbox.say(&["--lang", "zh", "chekc"]), @r"
    --- stderr
    错误：没有“chekc”这个命令
    提示：是不是 check？
    用法：mulu [选项] [命令]
    --- exit 2
    ");
    let sandbox = Sandbox::new().with("LC_ALL", "en_GB.UTF-8");
    insta::assert_snapshot!(sandbox.say(&["chekc", "--lang=zh"]), @r"
    --- stderr
    错误：没有“chekc”这个命令
    提示：是不是 check？
    用法：mulu [选项] [命令]
    --- exit 2
    ");
    insta::assert_snapshot!(sandbox.say(&["explain", "X"]), @r"
    --- stderr
    error: there is no rule X
    hint: mulu rules lists every rule
    --- exit 2
    ");
}

#[test]
fn the_screen_needs_a_terminal() {
    insta::assert_snapshot!(Sandbox::new().say(&[]), @r"
    --- stderr
    错误：这里不是终端，打不开界面
    提示：用 mulu check 检查目录；mulu help 列出所有命令
    --- exit 2
    ");
}

#[test]
fn the_version_is_told() {
    insta::assert_snapshot!(Sandbox::new().say(&["--version"]), @r"
    mulu [VERSION]
    --- exit 0
    ");
}
