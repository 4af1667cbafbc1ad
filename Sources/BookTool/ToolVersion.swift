/// The version of the tool. `CHANGELOG.md` says what each brought.
enum ToolVersion {
    static let number = "2.0.0"
}
