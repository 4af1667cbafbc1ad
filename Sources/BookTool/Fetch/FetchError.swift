import Foundation

/// Why a data set could not be fetched.
package enum FetchError: Error, Equatable, LocalizedError {
    case unknownSet(String, known: [String])
    case wrongAddress(String)
    case programMissing
    /// What arrives would be written through a link or into a device.
    case partIsNoFile(String)
    /// This machine can't write the file; `code` is the errno where it is known.
    case cannotWrite(path: String, code: Int32?)
    /// A file of the name is there, but holds something else; nil when it can't be unpacked.
    case otherFile(path: String, found: String?, expected: String)
    /// No address gave the file. What arrived of it, if anything, stands in `kept`.
    case unavailable(file: String, set: String, attempts: [Attempt], kept: String?)
    /// The set's files come with the book.
    case noAddress(set: String)

    /// What came of one address.
    package struct Attempt: Equatable {
        let address: String
        let reason: String
    }

    package var errorDescription: String? {
        switch self {
        case .unknownSet(let name, let known):
            "Unknown data set '\(name)'. \(Suggestion.sentence(for: name, among: known))"
        case .wrongAddress(let text):
            "Can't fetch from '\(text)'. Write a folder's address that begins with http:// or https://."
        case .programMissing:
            "Fetching runs the program curl, which is not installed. Install it with: sudo apt-get install curl"
        case .partIsNoFile(let path):
            "'\(path)' is no regular file, and what arrives would be written into it. Remove it."
        case .cannotWrite(let path, let code):
            "Can't write '\(path)'\(code.map { ": \(String(cString: strerror($0)))" } ?? ""). "
                + "Is the disk full? The bytes received are kept, and the same command goes on from there."
        case .otherFile(let path, let found, let expected):
            "'\(path)' is there, but \(found.map { "its SHA-256 is \($0)" } ?? "it can't be unpacked"), not \(expected). "
                + "Move it away, or fetch into another folder with --into."
        case .unavailable(let file, let set, let attempts, let kept):
            "Can't fetch \(file):\n" + attempts.map { "  \($0.address): \($0.reason)\n" }.joined()
                + (kept.map { "The bytes received are in '\($0)'; the same command goes on from there. " } ?? "")
                + "Name other addresses with --from, or under '\(set)' in \(BookTool.name).yml."
        case .noAddress(let set):
            "The files of '\(set)' come with the book and are fetched from nowhere. To fetch them all the same, name an "
                + "address with --from."
        }
    }
}
