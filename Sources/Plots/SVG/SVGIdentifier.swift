/// The ids of a figure's parts in a page: different figures never share one, whatever their own ids are.
struct SVGIdentifier {
    /// The id of the figure: letters, digits, hyphens and underscores, a letter or an underscore first, so that it works
    /// in a selector.
    let figure: String

    /// Any other character stands as its code between underscores, and an underscore as two: ids that differ stay different.
    init(_ id: String) {
        let letters = id.unicodeScalars.reduce(into: "") { text, scalar in
            let isLetter = scalar.isASCII && scalar.properties.isAlphabetic
            let isInner = scalar == "-" || ("0"..."9").contains(scalar)
            if isLetter || (isInner && !text.isEmpty) {
                text.unicodeScalars.append(scalar)
            } else {
                text += scalar == "_" ? "__" : "_\(String(scalar.value, radix: 16))_"
            }
        }
        figure = letters.isEmpty ? "_" : letters
    }

    /// The id of a part. No figure's id has a point.
    func part(_ name: String) -> String { "\(figure).\(name)" }

    /// The id of a part without a name.
    func part(_ number: Int) -> String { part(String(number, radix: 36)) }
}
