/// When a source appeared, as a citation says it.
enum IssueDate {
    /// "1996" of "1996-08", "2011–2012" of "2011/2012", "2017" of "12 June 2017"; other words stay as they are.
    static func text(_ words: String) -> String {
        let words = words.trimming
        let parts = words.split(separator: "/").map(String.init)
        if parts.count == 2, let first = iso(parts[0]), let last = iso(parts[1]) {
            return first == last ? first : "\(first)–\(last)"
        }
        if let year = iso(words) { return year }
        // A day with its month in words: the year is what has four digits.
        if let match = words.firstMatch(of: /^(?:\d{1,2}\.?\s+)?[A-Z][a-z]{2,8}\.?(?:\s+\d{1,2},)?\s+(\d{4})$/) {
            return String(match.1)
        }
        return words
    }

    /// The year of CSL's parts of a date, from the first to the last.
    static func text(first: Int, last: Int?, isAbout: Bool) -> String {
        let years = [first, last ?? first].map { $0 < 0 ? "\(-$0) BC" : "\($0)" }
        return (isAbout ? "c. " : "") + (years[0] == years[1] ? years[0] : years.joined(separator: "–"))
    }

    /// The year of "1996", "1996-08" and "1996-08-24"; "-0299" is 300 BC.
    private static func iso(_ text: String) -> String? {
        guard let match = text.wholeMatch(of: /(-?)(\d{1,4})(?:-\d{1,2}){0,2}([~?%]?)/), let year = Int(match.2) else {
            return nil
        }
        let isAbout = !match.3.isEmpty
        return (isAbout ? "c. " : "") + (match.1.isEmpty ? "\(year)" : "\(year + 1) BC")
    }
}
