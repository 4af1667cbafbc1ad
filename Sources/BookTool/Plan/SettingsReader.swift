import Foundation
import Report
import Yams

/// Reads settings one by one, and notes where one is wrong.
struct SettingsReader {
    private let file: String
    private let lines: [Substring]
    private var faults: [SettingsFault] = []

    init(_ text: String, file: String) {
        self.file = file
        lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    }

    /// The names and values of `text`, one mapping.
    ///
    /// - Throws: `SettingsFaults` where it is none.
    mutating func fields(of text: String, known: [String]) throws -> [String: Node] {
        let node: Node?
        do {
            node = try Yams.compose(yaml: text, .basic)
        } catch {
            let fault = YAMLFault(error)
            add(.noYAML(fault.reason), line: fault.line, column: fault.column)
            return try ended([:])
        }
        guard let node, node.scalar?.string.isEmpty != true else { return [:] }
        guard let mapping = node.mapping else {
            add(.noMapping(known: known), at: node)
            return try ended([:])
        }
        return fields(of: mapping, known: known)
    }

    /// The names and values of a mapping; names that mean nothing are noted.
    ///
    /// - Parameter prefix: what stands before its names in messages.
    mutating func fields(of mapping: Node.Mapping, known: [String], prefix: String = "") -> [String: Node] {
        // Without Yams's guesses at types, whose patterns alone take milliseconds to make: hence no look-up of its own.
        var fields: [String: Node] = [:]
        for (key, value) in mapping {
            let name = key.scalar?.string ?? ""
            guard known.contains(name) else {
                add(.unknown(prefix + name, known: known), at: key)
                continue
            }
            fields[name] = value
        }
        return fields
    }

    /// The value of a setting; nil where there is none, or where it is not what is `wanted`.
    mutating func value<T>(_ node: Node?, _ name: String, _ wanted: String, _ convert: (String) -> T?) -> T? {
        guard let node else { return nil }
        if let value = node.scalar.flatMap({ convert($0.string) }) { return value }
        add(.wrong(name, wanted: wanted), at: node)
        return nil
    }

    /// The texts of a list; nil where there is none, or anything else.
    mutating func list(_ node: Node?, _ name: String, _ wanted: String) -> [String]? {
        guard let node else { return nil }
        let texts = node.sequence?.map(\.scalar?.string) ?? []
        if !texts.isEmpty, !texts.contains(nil) { return texts.compactMap { $0 } }
        add(.wrong(name, wanted: wanted), at: node)
        return nil
    }

    mutating func add(_ reason: SettingsFault.Reason, at node: Node) {
        add(reason, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
    }

    private mutating func add(_ reason: SettingsFault.Reason, line: Int, column: Int) {
        faults.append(SettingsFault(reason: reason, line: line, column: column, text: text(of: line)))
    }

    private func text(of line: Int) -> String { lines.indices.contains(line - 1) ? String(lines[line - 1]) : "" }

    /// The kernel's name, with where it stands: whether this processor can run it is not known yet.
    mutating func kernel(_ node: Node?, _ name: String) -> KernelSetting? {
        guard let node, let kernel = value(node, name, "a kernel's name", { $0 }) else { return nil }
        let (line, column) = (node.mark?.line ?? 1, node.mark?.column ?? 1)
        return KernelSetting(
            name: kernel, setting: name, file: file, line: line, column: column, text: text(of: line))
    }

    /// `settings`, unless something was wrong.
    func ended<Settings>(_ settings: Settings) throws(SettingsFaults) -> Settings {
        guard faults.isEmpty else {
            throw SettingsFaults(file: file, all: faults.sorted { ($0.line, $0.column) < ($1.line, $1.column) })
        }
        return settings
    }
}
