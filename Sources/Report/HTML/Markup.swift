/// Builds HTML in which every text is escaped where it lands.
struct Markup {
    private(set) var html = ""

    /// Text, escaped.
    mutating func text(_ text: String) { html += HTML.escape(text) }

    /// HTML that was made elsewhere.
    mutating func raw(_ other: String) { html += other }

    /// `<name attribute="value">` and, after `content`, its end.
    mutating func element(
        _ name: String, _ attributes: KeyValuePairs<String, String?> = [:], _ content: (inout Markup) -> Void
    ) {
        open(name, attributes)
        content(&self)
        html += "</\(name)>"
    }

    /// `<name attribute="value">`; attributes without a value are left out.
    mutating func open(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:]) {
        start(name, attributes)
        html += ">"
    }

    /// `<name attribute="value"/>`, an element that holds nothing, written so that XML takes it too.
    mutating func empty(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:]) {
        start(name, attributes)
        html += "/>"
    }

    private mutating func start(_ name: String, _ attributes: KeyValuePairs<String, String?>) {
        html += "<\(name)"
        for (key, value) in attributes {
            if let value { html += " \(key)=\"\(HTML.escape(value))\"" }
        }
    }
}
