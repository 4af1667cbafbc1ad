import Foundation

/// One `--set section.parameter=value`, without its section.
public struct Setting: Sendable, Hashable {
    /// The parameter's name; dots reach into nested values.
    public let key: String
    /// The text that the reader typed: JSON, or a bare word.
    public let value: String

    public init(key: String, value: String) {
        self.key = key
        self.value = value
    }

    /// `json` with this setting in place of the value it had.
    func applied(to json: Data, of section: String) throws -> Data {
        let object = try JSONSerialization.jsonObject(with: json) as? [String: Any] ?? [:]
        let changed = try replace(in: object, path: key.split(separator: ".").map(String.init), section: section)
        return try JSONSerialization.data(withJSONObject: changed, options: [.sortedKeys])
    }

    /// The value that `json` holds under this setting's key, as text.
    func current(in json: Data) throws -> String {
        var value: Any? = try JSONSerialization.jsonObject(with: json)
        for name in key.split(separator: ".") { value = (value as? [String: Any])?[String(name)] }
        guard let value else { return "nothing" }
        let text = try JSONSerialization.data(withJSONObject: value, options: [.fragmentsAllowed, .sortedKeys])
        return String(decoding: text, as: UTF8.self)
    }

    /// What the reader typed: a number, list or truth value where it reads as JSON, a bare word otherwise.
    private var typedValue: Any {
        do {
            return try JSONSerialization.jsonObject(with: Data(value.utf8), options: .fragmentsAllowed)
        } catch {
            return value
        }
    }

    private func replace(in object: [String: Any], path: [String], section: String) throws -> [String: Any] {
        guard let name = path.first, let old = object[name] else {
            throw SettingError.unknownParameter(self, section: section, known: object.keys.sorted())
        }
        var object = object
        if path.count > 1, let inner = old as? [String: Any] {
            object[name] = try replace(in: inner, path: Array(path.dropFirst()), section: section)
        } else if path.count > 1 {
            throw SettingError.unknownParameter(self, section: section, known: object.keys.sorted())
        } else {
            object[name] = typedValue
        }
        return object
    }
}

/// Why a setting could not be laid over a section's parameters.
public enum SettingError: Error, Equatable {
    case unknownParameter(Setting, section: String, known: [String])
    case wrongType(Setting, section: String, default: String)
    case outOfLimits(Setting, section: String, allowed: String)
}
