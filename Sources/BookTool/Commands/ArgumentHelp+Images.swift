import ArgumentParser
import Notebook

extension ArgumentHelp {
    /// The help of an option about the book's images; hidden where it reads none.
    static func ofImages(_ text: String, valueName: String) -> ArgumentHelp {
        let set = BookTool.current?.book.images
        return ArgumentHelp(
            "\(text) of \(set?.title ?? "the book's images").", valueName: valueName,
            visibility: set == nil ? .hidden : .default)
    }
}
