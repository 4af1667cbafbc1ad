import ArgumentParser
import Foundation

/// `regbook schema`: what the settings may say, for editors.
struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema", abstract: "Prints a JSON schema of the settings, for editors.")

    func run() throws {
        var properties: [String: Any] = [:]
        for field in BookSettings.fields {
            properties[field.name] = ["description": field.description, "type": field.type]
        }
        for set in tool.book.data {
            properties[set.name] = [
                "description": "Folders on the web to fetch \(set.title) from.", "type": "array",
                "items": ["type": "string"],
            ]
        }
        let schema: [String: Any] = [
            "$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Settings of \(tool.book.title)",
            "type": "object", "additionalProperties": false, "properties": properties,
        ]
        let data = try JSONSerialization.data(
            withJSONObject: schema, options: [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes])
        tool.console.print(String(decoding: data, as: UTF8.self))
    }
}
