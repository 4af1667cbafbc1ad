import Foundation

/// The version of a book as git names it.
enum BookVersion {
    /// The commit that is checked out at `root`, with "-dirty" behind it when files differ from it; "unknown" outside of
    /// version control.
    static func commit(at root: URL) -> String { known(at: root) ?? "unknown" }

    /// The same; nil outside of version control.
    static func known(at root: URL) -> String? {
        let arguments = ["-C", root.path(percentEncoded: false), "describe", "--always", "--dirty", "--abbrev=40"]
        return Program("git", arguments + ["--exclude=*"]).firstLine
    }
}
