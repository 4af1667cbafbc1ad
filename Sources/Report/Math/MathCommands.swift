/// The commands of formulas that pages and PDF would not both show.
enum MathCommands {
    /// Commands that load, link, define or mark up, and those that KaTeX has and LaTeX with the book's package has not.
    static let refused: Set<String> = [
        "H", "r", "u", "v", "c", "Overrightarrow", "above", "hdashline", "angl", "angln", "approxcoloncolon",
        "coloncolon",
        "coloncolonapprox",
        "coloncolonequals", "coloncolonminus", "coloncolonsim", "colonequals", "colonminus", "equalscolon",
        "equalscoloncolon", "errmessage", "htmlClass", "htmlId", "htmlStyle", "htmlData", "imageof",
        "includegraphics", "KaTeX", "LaTeX", "TeX", "minuscolon", "minuscoloncolon", "minuso", "noexpand", "oiiint",
        "oiint", "origof", "overgroup", "overleftharpoon", "overlinesegment", "overrightharpoon", "phase", "show",
        "simcoloncolon", "sixptsize", "sout", "undergroup", "underlinesegment", "url", "href", "utilde", "varvdots",
        "widecheck", "xleftequilibrium", "xlongequal", "xrightequilibrium", "xrightleftarrows", "xtofrom",
        "xtwoheadleftarrow", "xtwoheadrightarrow", "input", "include", "def", "gdef", "edef", "xdef", "let",
        "futurelet", "newcommand", "renewcommand", "providecommand", "global", "long", "char", "csname",
        "expandafter", "write", "read", "openin", "openout", "verb",
        "blueA", "blueB", "blueC", "blueD", "blueE", "goldA", "goldB", "goldC", "goldD", "goldE", "grayA", "grayB",
        "grayC", "grayD", "grayE", "grayF", "grayG", "grayH", "grayI", "greenA", "greenB", "greenC", "greenD",
        "greenE", "maroonA", "maroonB", "maroonC", "maroonD", "maroonE", "mintA", "mintB", "mintC", "purpleA",
        "purpleB", "purpleC", "purpleD", "purpleE", "redA", "redB", "redC", "redD", "redE", "tealA", "tealB",
        "tealC", "tealD", "tealE", "blue", "gray", "green", "orange", "pink", "purple", "red", "kaBlue", "kaGreen",
    ]
}
