import Foundation

/// One `--set section.study.parameter=value`, without its section.
public struct Setting: Sendable, Hashable {
    /// The parameter's name, the study's before it or not; dots reach into nested values.
    public let key: String
    /// The text that the reader typed: JSON, or a bare word.
    public let value: String

    public init(key: String, value: String) {
        self.key = key
        self.value = value
    }

    /// The key up to its first point, and what comes behind it.
    var splitKey: (head: String, rest: String?) {
        let parts = key.split(separator: ".", maxSplits: 1).map(String.init)
        return (parts.first ?? "", parts.count > 1 ? parts[1] : nil)
    }

    /// `json` with this setting in place of the value it had.
    func applied(to json: Data, of study: String) throws -> Data {
        let object = try JSONSerialization.jsonObject(with: json) as? [String: Any] ?? [:]
        let changed = try replace(in: object, path: key.split(separator: ".").map(String.init), study: study)
        return try JSONSerialization.data(withJSONObject: changed, options: [.sortedKeys])
    }

    /// The value that `json` holds under this setting's key, as text.
    public func current(in json: Data) throws -> String {
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

    private func replace(in object: [String: Any], path: [String], study: String) throws -> [String: Any] {
        guard let name = path.first, let old = object[name] else {
            throw SettingError.unknownParameter(self, study: study, known: object.keys.sorted())
        }
        var object = object
        if path.count > 1, let inner = old as? [String: Any] {
            object[name] = try replace(in: inner, path: Array(path.dropFirst()), study: study)
        } else if path.count > 1 {
            throw SettingError.unknownParameter(self, study: study, known: object.keys.sorted())
        } else {
            object[name] = typedValue
        }
        return object
    }
}

/// Why a setting could not be laid over a study's parameters; `study` is its path.
public enum SettingError: Error, Equatable {
    case unknownParameter(Setting, study: String, known: [String])
    /// Several studies of the section have a parameter of that name.
    case ambiguousParameter(Setting, section: String, studies: [String])
    case wrongType(Setting, study: String, default: String)
    case outOfLimits(Setting, study: String, allowed: String)
}
