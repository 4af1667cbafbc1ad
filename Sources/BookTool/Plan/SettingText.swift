import Notebook

/// A `--set section.parameter=value`, taken apart.
struct SettingText: Sendable, Equatable {
    let section: String
    let setting: Setting

    /// - Throws: `ToolError.malformedSetting` unless `text` has a point and an equals sign in that order.
    init(_ text: String) throws {
        guard let equals = text.firstIndex(of: "="),
            let point = text[..<equals].firstIndex(of: "."), point > text.startIndex,
            text.index(after: point) < equals
        else { throw ToolError.malformedSetting(text) }
        section = String(text[..<point])
        setting = Setting(
            key: String(text[text.index(after: point)..<equals]), value: String(text[text.index(after: equals)...]))
    }
}
