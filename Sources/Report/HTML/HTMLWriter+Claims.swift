import Notebook

extension HTMLWriter {
    /// The mark of a claim beside a statement: its verdict, what was measured, and a card that opens from it.
    mutating func badge(_ entry: ClaimEntry) {
        let id = mention(entry)
        mark(entry)
        let classes = "badge \(entry.verdict.rawValue)\(entry.isSurprise ? " surprise" : "")"
        let words = "claim \(entry.id): \(entry.verdictInWords)\(entry.isSurprise ? ", unexpectedly" : "")"
        switch medium {
        case .browser:
            element("button", ["type": "button", "class": classes, "id": id, "popovertarget": "card-\(entry.id)"]) {
                $0.face(of: entry, words: words)
            }
        case .ebook:
            element("a", ["class": classes, "id": id, "href": href(entry.anchor)]) { $0.face(of: entry, words: words) }
        }
    }

    /// What a badge shows, and in words for those who hear it.
    private mutating func face(of entry: ClaimEntry, words: String) {
        let check = entry.claim.decisive
        for run in entry.isDivided ? entry.runs : Array(entry.runs.prefix(1)) {
            out.element("span", ["class": "glyph \(run.verdict.rawValue)", "aria-hidden": "true"]) {
                $0.text(run.verdict.glyph)
            }
        }
        if check.measured.isNaN {
            out.text(entry.verdict.rawValue)
        } else {
            write(outcome: check.outcomeInBrief)
        }
        out.element("span", ["class": "unseen"]) { $0.text(", " + words) }
    }

    /// The sign and the name of a claim, which lead to its card.
    mutating func chip(_ entry: ClaimEntry) {
        out.element("a", ["class": "chip \(entry.verdict.rawValue)", "href": href(entry.anchor)]) { out in
            out.element("span", ["class": "glyph", "aria-hidden": "true"]) { $0.text(entry.verdict.glyph) }
            out.text(" \(entry.id)")
            out.element("span", ["class": "unseen"]) { $0.text(" \(entry.verdict.rawValue)") }
        }
    }

    /// How many claims came out how.
    mutating func counts(_ counts: [VerdictCount]) {
        out.element("ul", ["class": "counts"]) { out in
            for count in counts {
                out.element("li", ["class": count.verdict.rawValue]) { out in
                    out.element("span", ["class": "glyph", "aria-hidden": "true"]) { $0.text(count.verdict.glyph) }
                    out.text(" \(count.count) \(count.verdict.rawValue)")
                }
            }
        }
    }

    /// All that is known of a claim.
    mutating func card(_ card: ClaimCard, isPopover: Bool) {
        let entry = card.entry
        let classes = "card \(entry.verdict.rawValue)\(entry.isSurprise ? " surprise" : "")"
        let isEvidence = page == entry.anchor.page
        let id = isPopover ? "card-\(entry.id)" : isEvidence ? entry.anchor.id : mention(entry)
        let attributes: KeyValuePairs<String, String?> = [
            "class": classes, "id": id, "popover": isPopover ? "auto" : nil,
            "data-runs": isEvidence ? entry.runs.compactMap(\.data).joined(separator: "\n") : nil,
            "data-verdicts": isEvidence ? entry.runs.map(\.verdict.rawValue).joined(separator: " ") : nil,
        ]
        element("section", attributes) { writer in
            writer.out.element("p", ["class": "card-head"]) { out in
                out.element("span", ["class": "verdict"]) { out in
                    out.element("span", ["class": "glyph", "aria-hidden": "true"]) { $0.text(entry.verdict.glyph) }
                    out.text(" \(entry.verdictInWords)")
                }
                if let equation = entry.claim.equation {
                    out.text(" ")
                    out.element("span", ["class": "about"]) { $0.text(Self.about(equation)) }
                }
                out.text(" ")
                out.element("span", ["class": "id"]) { $0.text(entry.id) }
            }
            if entry.isSurprise {
                writer.out.element("p", ["class": "expected"]) {
                    $0.text("The prose was written for the verdict “\(entry.recorded.rawValue)”: read it with care.")
                }
            }
            if let prediction = entry.prediction { writer.prediction(prediction, of: entry) }
            writer.element("p", ["class": "statement"]) { $0.write(entry.statement) }
            writer.checks(entry)
            if let kept = entry.kept { writer.result(kept) }
            writer.element("p", ["class": "method"]) { $0.write(entry.method) }
            if !isEvidence { writer.more("Among all evidence", at: entry.anchor) }
            if let place = card.place { writer.more("Where the book says so", at: place) }
        }
    }

    /// What the chapter predicts, where something else came out.
    private mutating func prediction(_ prediction: ClaimPrediction, of entry: ClaimEntry) {
        guard entry.differsFromPrediction else { return }
        element("p", ["class": "predicted"]) { $0.write(entry.predictionInWords) }
    }

    private mutating func more(_ words: String, at anchor: Anchor) {
        element("p", ["class": "more"]) { writer in
            writer.out.element("a", ["href": writer.href(anchor)]) { $0.text(words) }
        }
    }

    /// What was measured and what it had to meet, with a space between.
    private mutating func write(outcome: [NumberText]) {
        for (place, number) in outcome.enumerated() {
            if place > 0 { out.raw(" ") }
            write(number)
        }
    }

    /// What a kept run found, in a line.
    private mutating func result(_ kept: ClaimEntry.KeptClaim) {
        let check = kept.claim.decisive
        element("p", ["class": "kept"]) { writer in
            writer.out.text("\(kept.source): ")
            if !check.measured.isNaN {
                writer.write(outcome: check.outcome)
                writer.out.text(check.n > 1 && !check.isCount ? " (n\u{A0}=\u{A0}\(check.n)), " : ", ")
            }
            writer.out.text("\(kept.claim.verdict.rawValue) ")
            writer.out.element("span", ["class": "glyph \(kept.claim.verdict.rawValue)", "aria-hidden": "true"]) {
                $0.text(kept.claim.verdict.glyph)
            }
        }
    }

    private mutating func checks(_ entry: ClaimEntry) {
        element("table", ["class": "checks"]) { writer in
            for check in entry.claim.checks {
                writer.element("tr") { writer in
                    writer.element("th", ["scope": "row"]) {
                        $0.write(InlineText.read(check.what, at: Place(file: "claim \(entry.id)")))
                    }
                    writer.element("td") { writer in
                        writer.write(outcome: check.outcome)
                        if let printed = check.asPrinted {
                            writer.out.text("; as printed ")
                            writer.write(NumberText(printed, digits: 2, trimmed: true))
                        }
                        if check.n > 1, !check.isCount { writer.out.text(" (n\u{A0}=\u{A0}\(check.n))") }
                        if !check.reason.isEmpty { writer.out.text(check.reason) }
                    }
                    writer.out.element("td", ["class": "glyph \(check.verdict.rawValue)"]) {
                        $0.element("span", ["role": "img", "aria-label": check.verdict.rawValue]) {
                            $0.text(check.verdict.glyph)
                        }
                    }
                }
            }
        }
    }

    /// "Equation 7.6" of "7.6"; "Figure 7.1" stays.
    static func about(_ equation: String) -> String {
        equation.first?.isNumber == true ? "Equation \(equation)" : equation
    }
}

extension Verdict {
    /// A sign that tells verdicts apart without colour.
    var glyph: String {
        switch self {
        case .holds: "✓"
        case .erratum: "✎"
        case .contradicted: "✗"
        case .inconclusive: "≈"
        case .undecided: "?"
        }
    }
}
