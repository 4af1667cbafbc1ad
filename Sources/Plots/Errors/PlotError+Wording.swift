extension PlotError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .countMismatch(let mark, let what, let expected, let found):
            "\(mark): \(found) values of \(what) where \(expected) are expected"
        case .badShape(let mark, let columns, let rows, let values):
            "\(mark): \(values) values don't fill \(columns) columns × \(rows) rows"
        case .unsortedGrid(let mark, let index):
            "\(mark): grid coordinates must rise, but number \(index) is not above the one before it"
        case .badDomain(let axis, let lower, let upper):
            "axis '\(axis)': a domain from \(lower) to \(upper) can't be drawn; give two different bounds within ±1e250"
        case .logOfNonPositive(let axis, let value):
            "axis '\(axis)': a logarithmic axis can't reach \(value); give it a domain above zero or use .symmetricLog"
        case .alikeNumbers(let axis):
            "axis '\(axis)': its format writes different numbers alike; give it more digits"
        case .badCategories(let axis):
            "axis '\(axis)': categories must be at least one, each once"
        case .unknownCategory(let category, let axis):
            "axis '\(axis)': there is no category '\(category)' on it; add the name to the axis' scale, .categorical([…])"
        case .badNumber(let what, let value):
            "\(what) can't be \(value)"
        case .noRoom(let what, let width, let height):
            "\(what): labels leave \(NumberFormat.plain(width)) × \(NumberFormat.plain(height)) points for the data; make the figure larger or its labels shorter"
        case .unalignedAspects:
            "the panels of a grid share axes, but their aspects would make plot areas of one row or column differ in size; give the panels of a column, or of a row, one aspect, or leave it free"
        case .unknownCommand(let command, let label, let offset):
            "label \"\(label)\", character \(offset + 1): unknown TeX command \(command)"
        case .badMath(let reason, let label, let offset):
            "label \"\(label)\", character \(offset + 1): \(reason.description)"
        case .missingFont(let family, let style):
            "the font \(family) (\(style)) is not installed; on Debian: apt-get install fonts-katex fonts-dejavu-core"
        case .unknownNode(let name):
            "schematic: there is no node '\(name)'"
        case .missingLetter(let letter, let label):
            "label \"\(label)\": no installed face has the letter \"\(letter)\""
        case .duplicateNode(let name):
            "schematic: two nodes are named '\(name)'"
        case .emptyAltText:
            "the alternative text is empty; leave it out to have it derived from the data"
        case .unknownFormat(let ending):
            "a figure can't be written as '.\(ending)'; the endings are .svg, .pdf, .png, and .csv for its numbers"
        case .cairo(let message):
            "Cairo: \(message)"
        }
    }
}

extension PlotError.MathFault: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unclosedDollar: "this dollar sign is never closed"
        case .unclosedBrace: "this brace is never closed"
        case .strayBrace: "a closing brace without an opening one"
        case .missingArgument: "this command needs an argument"
        case .doubleScript: "two scripts in the same place; put braces around the first"
        case .unclosedDelimiter: "\\left without \\right"
        case .nestedTooDeeply: "braces and commands nested more than a hundred deep"
        }
    }
}
