import Foundation
import Hashing
import Notebook

extension Site {
    /// What this build was made from; the only page that tells times.
    func about() throws -> String {
        let parameters = try readableParameters()
        var writer = HTMLWriter(page: "about", formulas: [:], figures: [:])
        writer.element("p") {
            $0.out.text(
                "Everything in this book that could be computed was computed by the experiments below. "
                    + "The command beside each runs it again.")
        }
        writer.element("div", ["class": "table-scroll", "tabindex": "0", "role": "group", "aria-label": "sections"]) {
            $0.element("table", ["class": "about"]) { writer in
                writer.row(["Study", "Profile", "Seed", "Data", "Seconds", "Inputs"], cell: "th")
                for record in report.records {
                    for study in record.studies {
                        writer.row(
                            [
                                "\(record.section.number) \(study.study.question)", study.profile.rawValue,
                                "\(study.seed)", study.dataName ?? "–", String(format: "%.1f", study.seconds),
                                String(study.inputDigest.prefix(12)),
                            ], cell: "td")
                    }
                }
            }
        }
        if !report.timings.isEmpty {
            writer.element("table", ["class": "about"]) { writer in
                writer.row(["What", "Took"], cell: "th")
                for (name, measure) in report.timings { writer.row([name, measure], cell: "td") }
            }
        }
        writer.facts(report.facts, katex: math.version)
        for record in report.records {
            writer.out.element("h2", ["id": record.section.info.slug]) {
                $0.text("\(record.section.number) \(record.section.info.title)")
            }
            for study in record.studies {
                if record.studies.count > 1 { writer.out.element("h3") { $0.text(study.study.question) } }
                writer.code(study.rerunCommand, language: "sh")
                writer.out.element("details") { out in
                    out.element("summary") { $0.text("Parameters") }
                    out.element("pre", ["class": "code", "tabindex": "0"]) {
                        $0.text(parameters[study.study.path] ?? "")
                    }
                }
                writer.out.raw("\n")
            }
        }
        return shell.page(
            slug: "about", title: "About this build", kicker: "Where the numbers come from", body: writer.out.html)
    }

    /// Each study's parameters by its path, remembered between builds.
    private func readableParameters() throws -> [String: String] {
        let studies = report.records.flatMap(\.studies)
        let kept = studies.map { String(decoding: $0.parameters, as: UTF8.self) }
        let readable = { studies.map { Self.readable($0.parameters) } }
        let texts =
            try report.cache.texts(Digest(ofFields: ["parameters 1", report.code] + kept).hex, make: readable)
            ?? readable()
        return Dictionary(zip(studies.map(\.study.path), texts)) { first, _ in first }
    }

    /// JSON with a line for each value.
    private static func readable(_ json: Data) -> String {
        do {
            let object = try JSONSerialization.jsonObject(with: json, options: .fragmentsAllowed)
            let data = try JSONSerialization.data(
                withJSONObject: object,
                options: [.prettyPrinted, .sortedKeys, .fragmentsAllowed, .withoutEscapingSlashes])
            return String(decoding: data, as: UTF8.self)
        } catch {
            return String(decoding: json, as: UTF8.self)
        }
    }
}

extension HTMLWriter {
    /// The programs and the data behind the book.
    fileprivate mutating func facts(_ facts: BuildFacts, katex: String) {
        let parts = facts.parts + [.init("KaTeX", katex), .init("cmark-gfm", CMarkNode.version)]
        list("Programs", of: ["Part", "Version"], parts.map { [$0.name, $0.version] })
        if !facts.data.isEmpty {
            list("Data", of: ["Data set", "Checksum"], facts.data.map { [$0.name, $0.checksum] })
        }
    }

    private mutating func list(_ title: String, of columns: [String], _ rows: [[String]]) {
        out.element("h2", ["id": title.lowercased()]) { $0.text(title) }
        element("div", ["class": "table-scroll", "tabindex": "0", "role": "group", "aria-label": title]) {
            $0.element("table", ["class": "about"]) { writer in
                writer.row(columns, cell: "th")
                for row in rows { writer.row(row, cell: "td") }
            }
        }
        out.raw("\n")
    }

    fileprivate mutating func row(_ cells: [String], cell: String) {
        out.element("tr") { out in
            for text in cells { out.element(cell, ["scope": cell == "th" ? "col" : nil]) { $0.text(text) } }
        }
    }
}
