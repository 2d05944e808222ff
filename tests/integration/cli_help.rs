//! What the program says about itself: help of every command and complaints, in both languages.

use crate::sandbox::Sandbox;

const COMMANDS: [&[&str]; 27] = [
    &[],
    &["check"],
    &["fix"],
    &["baseline"],
    &["explain"],
    &["rules"],
    &["show"],
    &["set"],
    &["new"],
    &["new", "base"],
    &["new", "local"],
    &["diff"],
    &["log"],
    &["blame"],
    &["remit"],
    &["task"],
    &["task", "start"],
    &["commit"],
    &["sync"],
    &["request"],
    &["git", "install"],
    &["git", "diff-driver"],
    &["git", "merge-driver"],
    &["init"],
    &["demo"],
    &["config"],
    &["completions"],
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
      check        检查目录，列出所有问题
      fix          自动修复能放心修复的问题，文件里其他内容一字不动
      baseline     把现有的问题记为旧问题，以后只有新问题才不通过
      explain      说明一条规则：查什么、为什么、怎么改
      rules        列出所有规则
      show         显示一个事项的有效内容，以及每个值来自哪里
      set          改一个事项的一个字段，文件里其他内容一字不动
      new          新增一个事项
      levels       比对各级目录，列出所有差异
      align        查看各地事项与基本目录怎样对应，把确认的对应写回编码
      decide       处置差异：采用上级、向上提议、准予不同、暂不处理
      score        各级统一到什么程度：现在、历次提交，不许变差
      diff         按事项和字段列出改动（工作区、暂存区或任意两个版本）
      log          一个事项或其一个字段的沿革：哪次提交改了什么
      blame        一个事项的各字段最后由谁、在哪次提交里改的
      remit        谁可以改什么：自己、某人，或某个事项、文件、地区
      task         任务分支：列出、另开、换到
      commit       提交目录的改动：已暂存的，没有暂存就全部
      sync         与远程同步：取回、按字段合入、推送
      request      给出请求合并（pull/merge request）的网址
      import       导入表格（xlsx、xls、csv、json）：事项、实施主体、法律法规
      export       导出目录：xlsx、csv、json、jsonl、jsonld、ttl；前四种改过可以再导入
      git          让 git 按字段比较和合并目录文件
      init         新建一个目录
      demo         解开自带的样例目录，供试用
      config       查看界面的设置：语言、配色、按键
      completions  输出命令行补全脚本
      help         说明一个命令的用法

    选项：
      -C, --catalog <DIR>  在此文件夹（或其上级）找目录，默认为当前文件夹
          --lang <LANG>    界面语言：zh 或 en
          --color <WHEN>   颜色：auto（终端上才有）、always 或 never
          --today <DATE>   当作今天的日期（YYYY-MM-DD），默认为系统日期
          --ambiguous <N>  终端把 “ ” … · 画成几格宽：1（默认）或 2
      -h, --help           显示帮助
      -V, --version        显示版本

    退出码：0 没有问题，1 有达到门槛的问题，2 没有做成。
    语言随 LC_ALL、LC_MESSAGES、LANG；C 和 POSIX 终端可能显示不了中文，用英文。
    颜色听从 NO_COLOR、CLICOLOR_FORCE；宽度听从 COLUMNS，“ ” … · 的宽度听从 MULU_AMBIGUOUS_WIDTH。

    $ mulu check --help
    检查目录，列出所有问题

    用法：mulu check [选项] [PATH]

    参数：
      [PATH]  目录，或其中的文件夹、文件；默认为当前文件夹所在的目录

    选项：
          --since <REV>           只列此版本之后新出的问题，不论在改过的文件还是受其影响的文件；全 0 即从头算起
          --staged                看将要提交的（暂存区），默认与上次提交相比
          --rev <REV>             看这个版本而不是工作区；裸仓库也行
          --format <FORMAT>       human（给人看，默认）、json、sarif、github、gitlab、junit、rdjson、checkstyle 或 markdown
          --output <FORMAT=FILE>  另写一份到文件，如 sarif=mulu.sarif；可多次给出，文件 - 即屏幕
          --select <CODES>        只看这些规则（编号或类别字母），用逗号分开，可写多次
          --ignore <CODES>        不看这些规则，写法同上；编号比字母优先
          --threshold <LEVEL>     从哪一级问题起退出码为 1：note、warning（默认）或 error
          --max <N>               最多列出几个问题（小结仍计全部）
          --no-baseline           基线里的旧问题也列出，也算数
          --no-cache              全部重新检查，不用也不写缓存；结果相同，只是较慢
      -C, --catalog <DIR>         在此文件夹（或其上级）找目录，默认为当前文件夹
          --lang <LANG>           界面语言：zh 或 en
          --color <WHEN>          颜色：auto（终端上才有）、always 或 never
          --today <DATE>          当作今天的日期（YYYY-MM-DD），默认为系统日期
      -h, --help                  显示帮助

    json 的格式在版本 1 内只增不改：每个问题有 rule、severity、title、message、path，
    start 和 end（line、column 从 1 数，column 按字符；offset 为字节，从 0 数），related，
    fix（title、safety）或 null。summary 的 covered 是基线里没有列出的，gone 是基线里已不存在的。

    $ mulu fix --help
    自动修复能放心修复的问题，文件里其他内容一字不动

    用法：mulu fix [选项] [PATH]

    参数：
      [PATH]  目录，或其中的文件夹、文件；默认为当前文件夹所在的目录

    选项：
          --unsafe           也采用多半正确、但须人核对的修复
          --diff             只输出补丁（可交给 git apply），什么也不写入
          --rule <CODE>      只修复这条规则（编号、短名或一类的字母），可写多次
          --format <FORMAT>  human（给人看，默认）或 json
      -C, --catalog <DIR>    在此文件夹（或其上级）找目录，默认为当前文件夹
          --lang <LANG>      界面语言：zh 或 en
          --color <WHEN>     颜色：auto（终端上才有）、always 或 never
          --today <DATE>     当作今天的日期（YYYY-MM-DD），默认为系统日期
      -h, --help             显示帮助

    反复修复，直到没有可修复的为止；会带来新问题的修复不采用，并说明原因。
    退出码看修复后（--diff 时为现在）所选范围内还有没有警告或错误。
    json 的格式在版本 1 内只增不改：written、files、applied、refused（reason、brings）、more（须核对的个数）、
    remaining（errors、warnings、notes、findings，与 check 相同）、patch（只在 --diff 时）。

    $ mulu baseline --help
    把现有的问题记为旧问题，以后只有新问题才不通过

    用法：mulu baseline [选项]

    选项：
          --add            把新问题也记进已有的基线；不加只去掉已不存在的
      -C, --catalog <DIR>  在此文件夹（或其上级）找目录，默认为当前文件夹
          --lang <LANG>    界面语言：zh 或 en
          --color <WHEN>   颜色：auto（终端上才有）、always 或 never
          --today <DATE>   当作今天的日期（YYYY-MM-DD），默认为系统日期
      -h, --help           显示帮助

    基线在 catalog/baseline.yaml，一行一个问题，随目录一起提交。行号变了、列表换了次序，问题还认得出。
    对例外和职责的检查（A 类）不进基线。

    $ mulu explain --help
    说明一条规则：查什么、为什么、怎么改

    用法：mulu explain [选项] CODE

    参数：
      <CODE>  规则的编号（如 L003）或短名（如 rank-too-low）；一类的字母列出这一类

    选项：
          --format <FORMAT>  human（给人看，默认）或 json
      -C, --catalog <DIR>    在此文件夹（或其上级）找目录，默认为当前文件夹
          --lang <LANG>      界面语言：zh 或 en
          --color <WHEN>     颜色：auto（终端上才有）、always 或 never
          --today <DATE>     当作今天的日期（YYYY-MM-DD），默认为系统日期
      -h, --help             显示帮助

    json 的格式在版本 1 内只增不改：rule 与 mulu rules 的相同，另有 sections（title、text 各有 zh、en；examples
    的 info 和 text）。

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

    json 的格式在版本 1 内只增不改：每条规则有 code、slug、family、severity、status（since 起）、title、
    titles（zh、en）、page（说明页的位置）、fixes（能做的修复：safe、unsafe、shown）。

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

    $ mulu diff --help
    按事项和字段列出改动（工作区、暂存区或任意两个版本）

    用法：mulu diff [选项] [REV] [REV] [PATH]...

    参数：
      [REV]...   版本：不写则工作区与 HEAD 比，写一个则工作区与它比，写两个（或 A..B）则两者比，A...B 则从分叉处比到 B；其后可写只看的文件或文件夹
      [PATH]...  只看这些文件或文件夹（写在 -- 之后）

    选项：
          --staged            看暂存区（下次提交）而不是工作区 [alias: --cached]
          --matter <CODE>     只看这个事项（编码）；基本编码连同各地的实施清单
          --division <PLACE>  只看这个地区或层级（330106、杭州市、县级、base）
          --class <CLASS>     只看这些性质：locked 触及锁定字段，widens 放宽，tightens 收紧，aligns 改回与上级一致，other 其他，wording 仅写法
          --exit-code         有改动时退出码为 1
          --format <FORMAT>   human（给人看，默认）、json、markdown 或 html（一个网页文件）
      -C, --catalog <DIR>     在此文件夹（或其上级）找目录，默认为当前文件夹
          --lang <LANG>       界面语言：zh 或 en
          --color <WHEN>      颜色：auto（终端上才有）、always 或 never
          --today <DATE>      当作今天的日期（YYYY-MM-DD），默认为系统日期
      -h, --help              显示帮助

    清单项按其身份比较，改了编码的事项算改名，文字按词比较，读不通的文件按行显示。放宽、收紧以 schemas/fields.yaml 为准。
    可在裸仓库里用（--catalog 指仓库，写一个或两个版本）。
    退出码：0 做成了（不写 --exit-code 时有无改动都是 0），1 有改动（--exit-code），2 没有做成。

    $ mulu log --help
    一个事项或其一个字段的沿革：哪次提交改了什么

    用法：mulu log [选项] <CODE> [FIELD]

    参数：
      <CODE>   事项的编码，或其文件（已删去的事项写文件）
      [FIELD]  只看这个字段：键或名称

    选项：
          --max <N>          最多列出几次提交
          --format <FORMAT>  human（给人看，默认）或 json
      -C, --catalog <DIR>    在此文件夹（或其上级）找目录，默认为当前文件夹
          --lang <LANG>      界面语言：zh 或 en
          --color <WHEN>     颜色：auto（终端上才有）、always 或 never
          --today <DATE>     当作今天的日期（YYYY-MM-DD），默认为系统日期
      -h, --help             显示帮助

    改了编码的事项接着往前查；裸仓库里也可用。浅克隆只能查到它有的版本，到头时会说明。

    $ mulu blame --help
    一个事项的各字段最后由谁、在哪次提交里改的

    用法：mulu blame [选项] <CODE>

    参数：
      <CODE>  事项的编码，或其文件（已删去的事项写文件）

    选项：
          --format <FORMAT>  human（给人看，默认）或 json
      -C, --catalog <DIR>    在此文件夹（或其上级）找目录，默认为当前文件夹
          --lang <LANG>      界面语言：zh 或 en
          --color <WHEN>     颜色：auto（终端上才有）、always 或 never
          --today <DATE>     当作今天的日期（YYYY-MM-DD），默认为系统日期
      -h, --help             显示帮助

    改了编码的事项接着往前查；裸仓库里也可用。浅克隆只能查到它有的版本，到头时会说明。

    $ mulu remit --help
    谁可以改什么：自己、某人，或某个事项、文件、地区

    用法：mulu remit [选项] [WHAT]

    参数：
      [WHAT]  邮箱或编目员名称；事项编码或文件路径；区划代码或地区名称；base、laws 等一类文件；all 列出所有编目员。默认为 git 里自己的邮箱

    选项：
          --format <FORMAT>  human（给人看，默认）或 json
      -C, --catalog <DIR>    在此文件夹（或其上级）找目录，默认为当前文件夹
          --lang <LANG>      界面语言：zh 或 en
          --color <WHEN>     颜色：auto（终端上才有）、always 或 never
          --today <DATE>     当作今天的日期（YYYY-MM-DD），默认为系统日期
      -h, --help             显示帮助

    职责写在 mulu.yaml 的 editors 里，各条相加，只要有一条写到就可以改；没有写编目员则人人都可以改。
    拦截在 mulu git hook 和 mulu check --since，以目标分支上的写法为准。
    json 的格式在版本 1 内只增不改：open（人人都可以改）；问人时为 editors，问事时为 place、edits、approves。

    $ mulu task --help
    任务分支：列出、另开、换到

    用法：mulu task [命令]

    命令：
      start   从主线另开一个分支并换到它，以要做的事为名
      switch  换到一个分支

    选项：
      -C, --catalog <DIR>  在此文件夹（或其上级）找目录，默认为当前文件夹
          --lang <LANG>    界面语言：zh 或 en
          --color <WHEN>   颜色：auto（终端上才有）、always 或 never
          --today <DATE>   当作今天的日期（YYYY-MM-DD），默认为系统日期
      -h, --help           显示帮助

    没有提交的改动在换分支时一起带过去；带不过去就不换，并说明怎么办，什么都不会丢。
    主线的名称可设为 git config mulu.main。退出码：0 做成了，2 没有做成。

    $ mulu task start --help
    从主线另开一个分支并换到它，以要做的事为名

    用法：mulu task start [选项] <WHAT>...

    参数：
      <WHAT>...  要做的事，如“改食品经营许可的时限”

    选项：
          --pinyin         名称用拼音（也可设 git config mulu.branchNames pinyin）
      -C, --catalog <DIR>  在此文件夹（或其上级）找目录，默认为当前文件夹
          --lang <LANG>    界面语言：zh 或 en
          --color <WHEN>   颜色：auto（终端上才有）、always 或 never
          --today <DATE>   当作今天的日期（YYYY-MM-DD），默认为系统日期
      -h, --help           显示帮助

    $ mulu commit --help
    提交目录的改动：已暂存的，没有暂存就全部

    用法：mulu commit [选项]

    选项：
      -m, --message <TEXT>  提交说明；可写几次，各成一段。不写则按改动自动写（哪些事项、哪些字段）
          --amend           改上次提交：并入已暂存的；不写说明则沿用原来的。只能改自己的、还没有推送的
          --dry-run         只显示会提交什么、说明怎么写，不提交
      -C, --catalog <DIR>   在此文件夹（或其上级）找目录，默认为当前文件夹
          --lang <LANG>     界面语言：zh 或 en
          --color <WHEN>    颜色：auto（终端上才有）、always 或 never
          --today <DATE>    当作今天的日期（YYYY-MM-DD），默认为系统日期
      -h, --help            显示帮助

    由安装的 git 提交，用户的钩子、签名（commit.gpgsign）和设置照常有效；没有 git 程序时由 mulu 直接提交，不运行钩子，
    不签名。目录以外的文件不提交，已暂存的仍暂存着。钩子不放行时什么都不变。
    退出码：0 已提交，2 没有做成。

    $ mulu sync --help
    与远程同步：取回、按字段合入、推送

    用法：mulu sync [选项]

    选项：
          --merge             两边都有新提交时合并（没有设置 pull.rebase 时的默认做法）
          --rebase            两边都有新提交时变基：自己的提交重做在对方之后
          --remote <NAME>     与哪个远程同步
          --no-push           只取回和合入，不推送
          --continue          冲突取舍完后接着做
          --abort             放弃停在半路的合入，回到同步之前
          --force-with-lease  自己改过已推送的提交后用它替换远程上的；远程另有别人的提交时不做
      -C, --catalog <DIR>     在此文件夹（或其上级）找目录，默认为当前文件夹
          --lang <LANG>       界面语言：zh 或 en
          --color <WHEN>      颜色：auto（终端上才有）、always 或 never
          --today <DATE>      当作今天的日期（YYYY-MM-DD），默认为系统日期
      -h, --help              显示帮助

    由安装的 git 完成，账号、代理、签名都照你的设置；合入时按字段合并，不必先运行 mulu git install。
    推送后给出请求合并的网址（见 mulu request）。不会强制推送，除非写了 --force-with-lease。
    退出码：0 已同步，1 有冲突等待取舍，2 没有做成。

    $ mulu request --help
    给出请求合并（pull/merge request）的网址

    用法：mulu request [选项]

    选项：
          --into <BRANCH>  合并到哪个分支，默认为主线
      -C, --catalog <DIR>  在此文件夹（或其上级）找目录，默认为当前文件夹
          --lang <LANG>    界面语言：zh 或 en
          --color <WHEN>   颜色：auto（终端上才有）、always 或 never
          --today <DATE>   当作今天的日期（YYYY-MM-DD），默认为系统日期
      -h, --help           显示帮助

    认得 GitHub、GitLab、Gitee、Gitea/Forgejo、Bitbucket、Azure DevOps，以及域名里带其名字的（gitlab.example.cn）。
    自建平台：git config mulu.forge gitlab（或 github、gitee、gitea、forgejo、bitbucket、bitbucket-server、azure），
    网页地址与远程不同时再设 mulu.web，如 https://git.example.cn:8443。主线的名称可设为 mulu.main。
    退出码：0 给出了，2 没有做成。

    $ mulu git install --help
    在这个仓库里让 git 用 mulu 比较和合并

    用法：mulu git install [选项]

    选项：
          --undo           撤回所设的一切
      -C, --catalog <DIR>  在此文件夹（或其上级）找目录，默认为当前文件夹
          --lang <LANG>    界面语言：zh 或 en
          --color <WHEN>   颜色：auto（终端上才有）、always 或 never
          --today <DATE>   当作今天的日期（YYYY-MM-DD），默认为系统日期
      -h, --help           显示帮助

    设置写在本仓库的 git 配置里（diff.mulu.*、merge.mulu.*），文件范围写在目录旁的 .gitattributes 里；把它提交，
    别人各自运行一次 mulu git install 即可。此后 git diff、git log -p --ext-diff 按字段显示，git merge、git rebase 按字段合并。
    git diff --no-ext-diff 仍按行显示。退出码：0 已设好，2 没有做成。

    $ mulu git diff-driver --help
    git 的比较驱动：按字段显示一个文件的改动（由 git 调用）

    用法：mulu git diff-driver PATH OLD OLD-HEX OLD-MODE NEW NEW-HEX NEW-MODE [NEW-PATH INFO]

    参数：
      <ARG>...  git 给的参数：路径，原文件，原编号，原权限，新文件，新编号，新权限；改名时再加新路径和说明

    选项：
      -C, --catalog <DIR>  在此文件夹（或其上级）找目录，默认为当前文件夹
          --lang <LANG>    界面语言：zh 或 en
          --color <WHEN>   颜色：auto（终端上才有）、always 或 never
          --today <DATE>   当作今天的日期（YYYY-MM-DD），默认为系统日期
      -h, --help           显示帮助

    $ mulu git merge-driver --help
    git 的合并驱动：按字段和清单项三方合并（由 git 调用）

    用法：mulu git merge-driver %O %A %B %L %P [%X %Y]

    参数：
      <O>  共同的原文
      <A>  我方；合并结果写回这里
      <B>  对方
      <L>  冲突标记的长度
      <P>  文件在仓库里的路径
      [X]  这一方的名称
      [Y]  这一方的名称

    选项：
      -C, --catalog <DIR>  在此文件夹（或其上级）找目录，默认为当前文件夹
          --lang <LANG>    界面语言：zh 或 en
          --color <WHEN>   颜色：auto（终端上才有）、always 或 never
          --today <DATE>   当作今天的日期（YYYY-MM-DD），默认为系统日期
      -h, --help           显示帮助

    不同字段的改动合到一起；同一处两边都改了，就把两边的文字和冲突标记留在那个字段里，文件仍可读，mulu check 报告 S025。
    退出码：0 已合并，1 有冲突。

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

    $ mulu config --help
    查看界面的设置：语言、配色、按键

    用法：mulu config <check|show|path> [选项]

    命令：
      check  检查设置文件，说明哪一行哪一列有误
      show   输出现在的全部设置和按键，可存为设置文件再改
      path   输出设置文件的位置

    选项：
      -C, --catalog <DIR>  在此文件夹（或其上级）找目录，默认为当前文件夹
          --lang <LANG>    界面语言：zh 或 en
          --color <WHEN>   颜色：auto（终端上才有）、always 或 never
          --today <DATE>   当作今天的日期（YYYY-MM-DD），默认为系统日期
      -h, --help           显示帮助

    设置文件是系统放设置的文件夹里的 mulu/config.yaml（见 mulu config path），或 MULU_CONFIG 所指的文件。
    从现有的开始：mulu config show > 该文件。退出码：0 无误，2 有误。

    $ mulu completions --help
    输出命令行补全脚本

    用法：mulu completions SHELL

    参数：
      <SHELL>  bash、zsh、fish、powershell 或 elvish

    选项：
      -C, --catalog <DIR>  在此文件夹（或其上级）找目录，默认为当前文件夹
          --lang <LANG>    界面语言：zh 或 en
          --color <WHEN>   颜色：auto（终端上才有）、always 或 never
          --today <DATE>   当作今天的日期（YYYY-MM-DD），默认为系统日期
      -h, --help           显示帮助

    bash：mulu completions bash > ~/.local/share/bash-completion/completions/mulu
    zsh：mulu completions zsh > 某个在 $fpath 里的文件夹/_mulu
    fish：mulu completions fish > ~/.config/fish/completions/mulu.fish
    ");
}

#[test]
fn help_in_english() {
    insta::assert_snapshot!(every_help("C"), @"
    $ mulu --help
    mulu: the desk for catalogs of government service matters. Without a command it opens the screen.

    Usage: mulu [OPTIONS] [COMMAND]

    Commands:
      check        Check a catalog and list every finding
      fix          Fix what can be fixed safely, and change nothing else in the files
      baseline     Record today's findings as old ones, so that only new ones fail
      explain      Explain a rule: what it looks for, why, and what to do
      rules        List every rule
      show         Show what holds for a matter, and where each value comes from
      set          Change one field of a matter and nothing else in its file
      new          Add a matter
      levels       Set levels side by side and list every difference
      align        Show who corresponds to whom, and write confirmed pairs back as codes
      decide       Decide a difference: adopt, propose upward, approve, or skip it
      score        Tell how uniform the levels are, now and over time, and keep that from getting worse
      diff         List what changed by matter and field (work tree, index or any two revisions)
      log          The history of a matter or of one of its fields, commit by commit
      blame        Who changed each field of a matter last, and in which commit
      remit        Tell who may change what: you, someone, or a matter, a file or a division
      task         Branches for tasks: list, begin, switch
      commit       Commit what is staged of the catalog, or else all that differs
      sync         Bring the branch and its remote together: fetch, join by field, push
      request      Give the address on which a pull or merge request is opened
      import       Import tables (xlsx, xls, csv, json): matters, bodies, laws
      export       Export the catalog: xlsx, csv, json, jsonl (made to be changed and imported again), jsonld, ttl
      git          Let git compare and merge the files of a catalog field by field
      init         Make a new catalog
      demo         Unpack the sample catalog to try things on
      config       Look at the settings of the screen: language, theme, keys
      completions  Print what a shell needs to complete commands
      help         Show how a command is used

    Options:
      -C, --catalog <DIR>  Look for the catalog in this folder or above it, by default the current one
          --lang <LANG>    Language: zh or en
          --color <WHEN>   Colours: auto (only on a terminal), always or never
          --today <DATE>   The date taken as today (YYYY-MM-DD), by default the system's
          --ambiguous <N>  Cells in which the terminal draws “ ” … ·: 1 (the default) or 2
      -h, --help           Show help
      -V, --version        Show the version

    Exit: 0 clean, 1 findings at or above the threshold, 2 could not be done.
    The language follows LC_ALL, LC_MESSAGES, LANG; C and POSIX mean English, since such a terminal may not
    show Chinese. Colours follow NO_COLOR and CLICOLOR_FORCE, the width follows COLUMNS; that of
    “ ” … · follows MULU_AMBIGUOUS_WIDTH.

    $ mulu check --help
    Check a catalog and list every finding

    Usage: mulu check [OPTIONS] [PATH]

    Arguments:
      [PATH]  A catalog, or a folder or file in one; by default the catalog around the current folder

    Options:
          --since <REV>           Only findings that are new since this revision, in what changed and in what depends on it; zeros are the start
          --staged                Look at what is staged for the next commit, by default beside the last one
          --rev <REV>             Look at this revision instead of the work tree; in a bare repository too
          --format <FORMAT>       human (the default), json, sarif, github, gitlab, junit, rdjson, checkstyle or markdown
          --output <FORMAT=FILE>  Write a form to a file as well, as in sarif=mulu.sarif; may be given several times; - is the screen
          --select <CODES>        Only these rules, by code or family letter; commas between, can be given several times
          --ignore <CODES>        Not these rules, written alike; a code counts before a letter
          --threshold <LEVEL>     From which severity on to exit with 1: note, warning (the default) or error
          --max <N>               List at most N findings (the summary counts all)
          --no-baseline           List and count the findings of the baseline too
          --no-cache              Check everything anew, with no cache read or written; the result is the same, only slower
      -C, --catalog <DIR>         Look for the catalog in this folder or above it, by default the current one
          --lang <LANG>           Language: zh or en
          --color <WHEN>          Colours: auto (only on a terminal), always or never
          --today <DATE>          The date taken as today (YYYY-MM-DD), by default the system's
      -h, --help                  Show help

    Within version 1 of the json form keys are only added: each finding has rule, severity, title, message,
    path, start and end (line and column from 1, column in characters; offset in bytes from 0), related, and
    fix (title, safety) or null. In summary, covered counts those of the baseline that are not listed, gone those
    of the baseline that are there no longer.

    $ mulu fix --help
    Fix what can be fixed safely, and change nothing else in the files

    Usage: mulu fix [OPTIONS] [PATH]

    Arguments:
      [PATH]  A catalog, or a folder or file in one; by default the catalog around the current folder

    Options:
          --unsafe           Make those fixes too that are likely right but should be looked over
          --diff             Only print a patch (for git apply), and write nothing
          --rule <CODE>      Only fix what this rule found (code, name, or letter of a family); can be given several times
          --format <FORMAT>  human (the default) or json
      -C, --catalog <DIR>    Look for the catalog in this folder or above it, by default the current one
          --lang <LANG>      Language: zh or en
          --color <WHEN>     Colours: auto (only on a terminal), always or never
          --today <DATE>     The date taken as today (YYYY-MM-DD), by default the system's
      -h, --help             Show help

    Fixes again until nothing is left to fix; a fix that would bring a new finding is not made, and it is said
    why. The exit code tells whether warnings or errors are left in what was asked for (with --diff: are there now).
    Within version 1 of the json form keys are only added: written, files, applied, refused (reason, brings), more
    (how many to look over), remaining (errors, warnings, notes, findings as in check), patch (only with --diff).

    $ mulu baseline --help
    Record today's findings as old ones, so that only new ones fail

    Usage: mulu baseline [OPTIONS]

    Options:
          --add            Take new findings into a baseline there is; without it, only those that are gone are taken out
      -C, --catalog <DIR>  Look for the catalog in this folder or above it, by default the current one
          --lang <LANG>    Language: zh or en
          --color <WHEN>   Colours: auto (only on a terminal), always or never
          --today <DATE>   The date taken as today (YYYY-MM-DD), by default the system's
      -h, --help           Show help

    The baseline is catalog/baseline.yaml, one finding to a line, and is committed with the catalog. A finding
    is known again when lines move or lists are sorted anew. What is said about exceptions (family A) stays out.

    $ mulu explain --help
    Explain a rule: what it looks for, why, and what to do

    Usage: mulu explain [OPTIONS] CODE

    Arguments:
      <CODE>  The rule's code, such as L003, or its name, such as rank-too-low; the letter of a family lists it

    Options:
          --format <FORMAT>  human (the default) or json
      -C, --catalog <DIR>    Look for the catalog in this folder or above it, by default the current one
          --lang <LANG>      Language: zh or en
          --color <WHEN>     Colours: auto (only on a terminal), always or never
          --today <DATE>     The date taken as today (YYYY-MM-DD), by default the system's
      -h, --help             Show help

    Within version 1 of the json form keys are only added: rule is as in mulu rules, and has sections (title and
    text, each in zh and en; examples with info and text).

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

    Within version 1 of the json form keys are only added: each rule has code, slug, family, severity, status
    (since), title, titles (zh, en), page (where its page is), and fixes (what it offers: safe, unsafe, shown).

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

    $ mulu diff --help
    List what changed by matter and field (work tree, index or any two revisions)

    Usage: mulu diff [OPTIONS] [REV] [REV] [PATH]...

    Arguments:
      [REV]...   Revisions: without one the work tree is held to HEAD, with one to that; two (or A..B) are held to each other, A...B shows what B did since they parted; then files or folders to look at
      [PATH]...  Only these files or folders (after --)

    Options:
          --staged            Look at the index (the next commit), not the work tree [alias: --cached]
          --matter <CODE>     Only the matter with this code; of a base code also what implements it
          --division <PLACE>  Only this division or level (330106, county, base)
          --class <CLASS>     Only these classes: locked (what all levels must have alike), widens, tightens, aligns (with above), other, wording
          --exit-code         Exit with 1 if anything changed
          --format <FORMAT>   human (the default), json, markdown or html (one page to read in a browser)
      -C, --catalog <DIR>     Look for the catalog in this folder or above it, by default the current one
          --lang <LANG>       Language: zh or en
          --color <WHEN>      Colours: auto (only on a terminal), always or never
          --today <DATE>      The date taken as today (YYYY-MM-DD), by default the system's
      -h, --help              Show help

    List elements are compared by what tells them apart, a matter under a new code is renamed, texts are compared by
    words, a file that cannot be read is shown by lines. What widens or tightens is said by schemas/fields.yaml. Works
    in a bare repository (--catalog names it; give one or two revisions). Exit: 0 done (without --exit-code whether
    anything changed or not), 1 something changed (--exit-code), 2 could not do it.

    $ mulu log --help
    The history of a matter or of one of its fields, commit by commit

    Usage: mulu log [OPTIONS] <CODE> [FIELD]

    Arguments:
      <CODE>   The matter's code, or its file (of one that is gone, the file)
      [FIELD]  Only this field: its key or its name

    Options:
          --max <N>          List at most N commits
          --format <FORMAT>  human (the default) or json
      -C, --catalog <DIR>    Look for the catalog in this folder or above it, by default the current one
          --lang <LANG>      Language: zh or en
          --color <WHEN>     Colours: auto (only on a terminal), always or never
          --today <DATE>     The date taken as today (YYYY-MM-DD), by default the system's
      -h, --help             Show help

    A matter under a new code is followed further back; works in a bare repository. A shallow clone goes back as far
    as it has commits, and says where it ends.

    $ mulu blame --help
    Who changed each field of a matter last, and in which commit

    Usage: mulu blame [OPTIONS] <CODE>

    Arguments:
      <CODE>  The matter's code, or its file (of one that is gone, the file)

    Options:
          --format <FORMAT>  human (the default) or json
      -C, --catalog <DIR>    Look for the catalog in this folder or above it, by default the current one
          --lang <LANG>      Language: zh or en
          --color <WHEN>     Colours: auto (only on a terminal), always or never
          --today <DATE>     The date taken as today (YYYY-MM-DD), by default the system's
      -h, --help             Show help

    A matter under a new code is followed further back; works in a bare repository. A shallow clone goes back as far
    as it has commits, and says where it ends.

    $ mulu remit --help
    Tell who may change what: you, someone, or a matter, a file or a division

    Usage: mulu remit [OPTIONS] [WHAT]

    Arguments:
      [WHAT]  A mail address or an editor's name; a matter's code or a path; a division's code or name; base, laws or another kind of files; all for every editor. By default your own address in git

    Options:
          --format <FORMAT>  human (the default) or json
      -C, --catalog <DIR>    Look for the catalog in this folder or above it, by default the current one
          --lang <LANG>      Language: zh or en
          --color <WHEN>     Colours: auto (only on a terminal), always or never
          --today <DATE>     The date taken as today (YYYY-MM-DD), by default the system's
      -h, --help             Show help

    Remits stand under editors in mulu.yaml. Lines add up: one that fits is enough; without editors everyone may
    change everything. mulu git hook and mulu check --since refuse what is outside, by what the branch itself says.
    Within version 1 of the json form keys are only added: open (everyone may change everything), and editors where
    people are asked for, or place, edits and approves.

    $ mulu task --help
    Branches for tasks: list, begin, switch

    Usage: mulu task [COMMAND]

    Commands:
      start   Begin a branch from the main line, named after what is to be done, and switch to it
      switch  Switch to a branch

    Options:
      -C, --catalog <DIR>  Look for the catalog in this folder or above it, by default the current one
          --lang <LANG>    Language: zh or en
          --color <WHEN>   Colours: auto (only on a terminal), always or never
          --today <DATE>   The date taken as today (YYYY-MM-DD), by default the system's
      -h, --help           Show help

    What is not committed goes along; where it cannot, nothing is switched, the way out is said, and nothing is lost.
    git config mulu.main names the main line. Exit: 0 done, 2 could not do it.

    $ mulu task start --help
    Begin a branch from the main line, named after what is to be done, and switch to it

    Usage: mulu task start [OPTIONS] <WHAT>...

    Arguments:
      <WHAT>...  What is to be done, in words

    Options:
          --pinyin         Spell the name in pinyin (as does git config mulu.branchNames pinyin)
      -C, --catalog <DIR>  Look for the catalog in this folder or above it, by default the current one
          --lang <LANG>    Language: zh or en
          --color <WHEN>   Colours: auto (only on a terminal), always or never
          --today <DATE>   The date taken as today (YYYY-MM-DD), by default the system's
      -h, --help           Show help

    $ mulu commit --help
    Commit what is staged of the catalog, or else all that differs

    Usage: mulu commit [OPTIONS]

    Options:
      -m, --message <TEXT>  The message; given several times, each is a paragraph. Without it, it is made of what changed
          --amend           Make the last commit anew with what is staged; keeps its message unless one is given. Only your own, not yet pushed
          --dry-run         Only show what would be committed, and the message
      -C, --catalog <DIR>   Look for the catalog in this folder or above it, by default the current one
          --lang <LANG>     Language: zh or en
          --color <WHEN>    Colours: auto (only on a terminal), always or never
          --today <DATE>    The date taken as today (YYYY-MM-DD), by default the system's
      -h, --help            Show help

    The installed git makes the commit, so your hooks, your signature (commit.gpgsign) and settings hold; without it
    mulu commits itself, runs no hook and signs nothing. Files outside the catalog are not committed; what is staged of
    them stays staged. If a hook refuses, nothing changes. Exit: 0 committed, 2 could not do it.

    $ mulu sync --help
    Bring the branch and its remote together: fetch, join by field, push

    Usage: mulu sync [OPTIONS]

    Options:
          --merge             Merge where both sides have new commits (what is done unless pull.rebase is set)
          --rebase            Rebase where both sides have new commits: your own are made anew after theirs
          --remote <NAME>     The remote
          --no-push           Fetch and join only, push nothing
          --continue          Go on after everything that clashed is settled
          --abort             Give up a join that waits; everything is as before the sync
          --force-with-lease  After you made your own pushed commits anew, have them replace those on the remote; refused if others have commits there
      -C, --catalog <DIR>     Look for the catalog in this folder or above it, by default the current one
          --lang <LANG>       Language: zh or en
          --color <WHEN>      Colours: auto (only on a terminal), always or never
          --today <DATE>      The date taken as today (YYYY-MM-DD), by default the system's
      -h, --help              Show help

    The installed git does it, with your account, proxy and signature; files are joined field by field, with or without
    mulu git install. After a push the address for a request is given (see mulu request). Nothing is ever pushed by
    force but with --force-with-lease. Exit: 0 done, 1 conflicts wait, 2 could not do it.

    $ mulu request --help
    Give the address on which a pull or merge request is opened

    Usage: mulu request [OPTIONS]

    Options:
          --into <BRANCH>  The branch that is to take it, by default the main line
      -C, --catalog <DIR>  Look for the catalog in this folder or above it, by default the current one
          --lang <LANG>    Language: zh or en
          --color <WHEN>   Colours: auto (only on a terminal), always or never
          --today <DATE>   The date taken as today (YYYY-MM-DD), by default the system's
      -h, --help           Show help

    Knows GitHub, GitLab, Gitee, Gitea/Forgejo, Bitbucket and Azure DevOps, and hosts that bear one of these names
    (gitlab.example.cn). For others: git config mulu.forge gitlab (or github, gitee, gitea, forgejo, bitbucket,
    bitbucket-server, azure), and mulu.web where the pages are elsewhere than the remote, as
    https://git.example.cn:8443. mulu.main names the main line. Exit: 0 given, 2 could not do it.

    $ mulu git install --help
    Have git use mulu to compare and merge in this repository

    Usage: mulu git install [OPTIONS]

    Options:
          --undo           Take back all that was set
      -C, --catalog <DIR>  Look for the catalog in this folder or above it, by default the current one
          --lang <LANG>    Language: zh or en
          --color <WHEN>   Colours: auto (only on a terminal), always or never
          --today <DATE>   The date taken as today (YYYY-MM-DD), by default the system's
      -h, --help           Show help

    Settings go into the git configuration of this repository (diff.mulu.*, merge.mulu.*), and which files they are
    for into .gitattributes beside the catalog; commit that, and others run mulu git install once themselves. From then
    on git diff and git log -p --ext-diff show fields, and git merge and git rebase join fields. git diff --no-ext-diff
    still shows lines. Exit: 0 set, 2 could not do it.

    $ mulu git diff-driver --help
    git's diff driver: shows the change of a file field by field (called by git)

    Usage: mulu git diff-driver PATH OLD OLD-HEX OLD-MODE NEW NEW-HEX NEW-MODE [NEW-PATH INFO]

    Arguments:
      <ARG>...  What git gives: path, old file, its id and mode, new file, its id and mode; of a renamed file its new path and a note

    Options:
      -C, --catalog <DIR>  Look for the catalog in this folder or above it, by default the current one
          --lang <LANG>    Language: zh or en
          --color <WHEN>   Colours: auto (only on a terminal), always or never
          --today <DATE>   The date taken as today (YYYY-MM-DD), by default the system's
      -h, --help           Show help

    $ mulu git merge-driver --help
    git's merge driver: joins by field and by list element (called by git)

    Usage: mulu git merge-driver %O %A %B %L %P [%X %Y]

    Arguments:
      <O>  What both sides began with
      <A>  Our side; the result is written here
      <B>  Their side
      <L>  How long a conflict sign is
      <P>  Path of the file in the repository
      [X]  What this side is called
      [Y]  What this side is called

    Options:
      -C, --catalog <DIR>  Look for the catalog in this folder or above it, by default the current one
          --lang <LANG>    Language: zh or en
          --color <WHEN>   Colours: auto (only on a terminal), always or never
          --today <DATE>   The date taken as today (YYYY-MM-DD), by default the system's
      -h, --help           Show help

    Changes of different fields are joined; where both sides changed the same, both texts stay in that field with
    conflict signs around them: the file can still be read, and mulu check reports S025. Exit: 0 joined, 1 conflicts.

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

    $ mulu config --help
    Look at the settings of the screen: language, theme, keys

    Usage: mulu config <check|show|path> [OPTIONS]

    Commands:
      check  Check the file, and say in which line and column something is wrong
      show   Print every setting and key in force, as a file to start from
      path   Print where the file is

    Options:
      -C, --catalog <DIR>  Look for the catalog in this folder or above it, by default the current one
          --lang <LANG>    Language: zh or en
          --color <WHEN>   Colours: auto (only on a terminal), always or never
          --today <DATE>   The date taken as today (YYYY-MM-DD), by default the system's
      -h, --help           Show help

    The file is mulu/config.yaml in the system's folder for settings (see mulu config path), or the one that
    MULU_CONFIG names. To start from what there is: mulu config show > FILE. Exit: 0 right, 2 something is wrong.

    $ mulu completions --help
    Print what a shell needs to complete commands

    Usage: mulu completions SHELL

    Arguments:
      <SHELL>  bash, zsh, fish, powershell or elvish

    Options:
      -C, --catalog <DIR>  Look for the catalog in this folder or above it, by default the current one
          --lang <LANG>    Language: zh or en
          --color <WHEN>   Colours: auto (only on a terminal), always or never
          --today <DATE>   The date taken as today (YYYY-MM-DD), by default the system's
      -h, --help           Show help

    bash: mulu completions bash > ~/.local/share/bash-completion/completions/mulu
    zsh: mulu completions zsh > a folder in $fpath/_mulu
    fish: mulu completions fish > ~/.config/fish/completions/mulu.fish
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
    提示：可以写 human | json | sarif | github | gitlab | junit | rdjson | checkstyle | markdown
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
    hint: it can be human | json | sarif | github | gitlab | junit | rdjson | checkstyle | markdown
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
    insta::assert_snapshot!(sandbox.say(&["explain", "Q"]), @r"
    --- stderr
    error: there is no rule Q
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
