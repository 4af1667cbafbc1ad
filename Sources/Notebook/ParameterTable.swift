import Foundation

/// What a study's parameters say of themselves, one row each, nested ones by their path.
public struct ParameterTable: Sendable {
    public let rows: [Row]

    /// One parameter.
    public struct Row: Sendable, Equatable {
        /// What a command calls it within its study: "patience".
        public let name: String
        /// Its value as JSON.
        public let value: String
        /// "integer", "number", "boolean", "string" or "array", as JSON schemas have it.
        public let type: String
        /// The type of a list's elements, where all have one.
        let elementType: String?
        public let limits: ClosedRange<Double>?
        public let unit: String
        public let description: String

        /// "1 to 500"; empty where nothing is declared.
        public var range: String {
            guard let limits else { return "" }
            let text = { (bound: Double) in bound == bound.rounded() && abs(bound) < 1e15 ? "\(Int(bound))" : "\(bound)"
            }
            return "\(text(limits.lowerBound)) to \(text(limits.upperBound))"
        }
    }

    /// - Parameter parameters: a study's parameters.
    init(of parameters: some Codable) throws {
        let rows = try Self.rows(Mirror(reflecting: parameters), under: "")
        let json = try JSONSerialization.jsonObject(with: StoredJSON.encode(parameters)) as? [String: Any] ?? [:]
        // A property that is stored under another name than its own explains nothing.
        let known = rows.filter { row in row.name.split(separator: ".").first.map { json[String($0)] != nil } ?? false }
        let explained = Set(known.compactMap { $0.name.split(separator: ".").first.map(String.init) })
        self.rows =
            known
            + (try json.keys.filter { !explained.contains($0) }.sorted().map { name in
                let value = json[name] ?? NSNull()
                return Row(
                    name: name, value: try Self.text(value), type: Self.type(of: value),
                    elementType: Self.elementType(of: value), limits: nil, unit: "",
                    description: "")
            })
    }

    private static func text(_ json: Any) throws -> String {
        String(
            decoding: try JSONSerialization.data(withJSONObject: json, options: [.fragmentsAllowed, .sortedKeys]),
            as: UTF8.self)
    }

    private static func rows(_ mirror: Mirror, under prefix: String) throws -> [Row] {
        try mirror.children.flatMap { child -> [Row] in
            let label = child.label ?? ""
            // A wrapped property is stored under its name with a line before it.
            let explained = child.value as? any ExplainedParameter
            let name = prefix + (explained != nil && label.hasPrefix("_") ? String(label.dropFirst()) : label)
            let value = explained.map { $0.anyValue as Any } ?? child.value
            let inner = Mirror(reflecting: value)
            if explained == nil, inner.displayStyle == .struct {
                return try rows(inner, under: name + ".")
            }
            guard let encodable = value as? any Encodable else { return [] }
            return [
                Row(
                    name: name, value: String(decoding: try StoredJSON.encode(encodable), as: UTF8.self),
                    type: type(of: value), elementType: elementType(of: value), limits: explained?.limits,
                    unit: explained?.unit ?? "",
                    description: explained?.description ?? "")
            ]
        }
    }

    private static func type(of value: Any) -> String {
        switch value {
        case is Int: "integer"
        case is Double, is Float: "number"
        case is Bool: "boolean"
        case is String: "string"
        case is [Any]: "array"
        default: "object"
        }
    }

    private static func elementType(of value: Any) -> String? {
        let types = Set((value as? [Any] ?? []).map(type(of:)))
        return types.count == 1 ? types.first : nil
    }

    /// A JSON schema (draft 2020-12) of the parameters, nested names with points between.
    public var schema: [String: Any] {
        let properties = rows.reduce(into: [String: Any]()) { properties, row in
            var property: [String: Any] = ["type": row.type]
            if !row.description.isEmpty { property["description"] = row.description }
            if !row.unit.isEmpty { property["x-unit"] = row.unit }
            let bounds: [String: Any] = row.limits.map { ["minimum": $0.lowerBound, "maximum": $0.upperBound] } ?? [:]
            let value = try? JSONSerialization.jsonObject(with: Data(row.value.utf8), options: .fragmentsAllowed)
            if row.type == "array" {
                property["items"] = bounds.merging(row.elementType.map { ["type": $0] } ?? [:]) { $1 }
            } else {
                property.merge(bounds) { $1 }
            }
            property["default"] = value
            properties[row.name] = property
        }
        return [
            "$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object", "properties": properties,
            "additionalProperties": false,
        ]
    }
}
