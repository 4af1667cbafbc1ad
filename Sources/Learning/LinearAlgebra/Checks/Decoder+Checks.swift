extension Decoder {
    /// Runs the checks of a decoded value and turns what they throw into an error that names the place in the data.
    package func check(_ checks: () throws(LearningError) -> Void) throws {
        do { try checks() } catch {
            throw DecodingError.dataCorrupted(
                DecodingError.Context(
                    codingPath: codingPath, debugDescription: error.description, underlyingError: error))
        }
    }
}
