import Digits
import Foundation
import Learning
import Notebook

/// Where images come from when the command line names a folder, and when it does not.
public struct ImageSourceProvider: Sendable {
    let drawn: @Sendable () throws -> any ImageSource
    let files: @Sendable (URL) throws -> any ImageSource

    public init(
        drawn: @escaping @Sendable () throws -> any ImageSource,
        files: @escaping @Sendable (URL) throws -> any ImageSource
    ) {
        self.drawn = drawn
        self.files = files
    }

    /// Digits that the project draws itself; MNIST from files.
    public static let standard = ImageSourceProvider(
        drawn: { PenDigits() }, files: { try MNIST(directory: $0) })
}
