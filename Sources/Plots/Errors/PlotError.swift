/// What keeps a figure from being drawn. The wording stands in `PlotError+Wording.swift`.
public enum PlotError: Error, Hashable, Sendable {
    /// The arrays of a mark differ in length.
    case countMismatch(mark: String, what: String, expected: Int, found: Int)
    /// A field or a picture whose sizes don't fit its values.
    case badShape(mark: String, columns: Int, rows: Int, values: Int)
    /// Grid coordinates that don't rise.
    case unsortedGrid(mark: String, index: Int)
    /// An axis from a non-finite bound, or to the same bound.
    case badDomain(axis: String, lower: Double, upper: Double)
    /// A logarithmic axis whose bounds are not above zero.
    case logOfNonPositive(axis: String, value: Double)
    /// An axis whose format writes different numbers alike.
    case alikeNumbers(axis: String)
    /// Categories that are none, or two of the same name.
    case badCategories(axis: String)
    /// A mark's category that the axis doesn't have.
    case unknownCategory(String, axis: String)
    /// A width, height, level count or the like that is not usable.
    case badNumber(what: String, value: Double)
    /// Nothing is left for the data beside the labels.
    case noRoom(what: String, width: Double, height: Double)
    /// Panels of a grid with shared axes whose aspects can't all be kept.
    case unalignedAspects
    /// A TeX command that labels don't know; offset counts characters of the label.
    case unknownCommand(String, label: String, offset: Int)
    /// TeX that doesn't parse.
    case badMath(reason: MathFault, label: String, offset: Int)
    /// A face that is not installed.
    case missingFont(family: String, style: String)
    /// A letter that no installed face has.
    case missingLetter(Character, label: String)
    /// A schematic that names a node it doesn't have, or has one twice.
    case unknownNode(String)
    case duplicateNode(String)
    /// A replaced alternative text without a letter.
    case emptyAltText
    /// An ending of a file that names no format of figures.
    case unknownFormat(ending: String)
    /// Cairo's own message.
    case cairo(String)

    /// What is wrong with a formula.
    public enum MathFault: Hashable, Sendable {
        case unclosedDollar, unclosedBrace, strayBrace, missingArgument, doubleScript, unclosedDelimiter,
            nestedTooDeeply
    }
}
