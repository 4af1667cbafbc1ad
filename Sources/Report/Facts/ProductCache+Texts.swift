import Notebook

extension ProductCache {
    /// The texts kept under `key`, or what `make` returns; nothing is kept where that is nil.
    func texts(_ key: String, make: () throws -> [String]?) throws -> [String]? {
        do {
            let data = try product(key) {
                guard let texts = try make() else { throw NothingToKeep() }
                return TextList(texts).data
            }
            return try TextList(data: data)?.texts ?? make()
        } catch is NothingToKeep {
            return nil
        }
    }
}

/// What was made has problems, which are told every time.
private struct NothingToKeep: Error {}
