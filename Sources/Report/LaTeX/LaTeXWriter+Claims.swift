import Notebook

extension LaTeXWriter {
    /// The marks of claims beside a display: they hang from its number into the margin.
    func badges(_ entries: [ClaimEntry]) -> String {
        entries.isEmpty ? "" : "\\hangingbadges{\(list(entries, between: "\\\\"))}"
    }

    /// The marks of claims below a display, where the margin beside it is taken.
    func lowBadges(_ entries: [ClaimEntry]) -> String {
        "\n\\lowbadges{\(list(entries, between: "\\quad "))}"
    }

    private func list(_ entries: [ClaimEntry], between: String) -> String {
        var writer = LaTeXWriter(page: page)
        writer.hasMargin = false
        for (index, entry) in entries.enumerated() {
            if index > 0 { writer.out += between }
            writer.mention(entry)
        }
        return writer.out
    }

    /// The mark of a claim in running text: in the margin where there is one.
    mutating func badge(_ entry: ClaimEntry) {
        if hasMargin { margin.take(characters: 30) }
        out += place(of: entry)
        out += hasMargin ? "\\marginbadge{" : "\\inlinebadge{"
        mention(entry)
        out += "}"
    }

    private mutating func mention(_ entry: ClaimEntry) {
        let check = entry.claim.decisive
        let glyphs = (entry.isDivided ? entry.runs : Array(entry.runs.prefix(1))).map(\.verdict.glyph).joined()
        out += "\\verdict{\(entry.verdict.rawValue)}{\(Self.target(entry.anchor))}{\(LaTeX.escape(glyphs))"
        if entry.isSurprise { out += "!" }
        out += "}{"
        if check.measured.isNaN {
            out += entry.verdict.rawValue
        } else {
            write(outcome: check.outcomeInBrief)
        }
        out += "}"
    }

    /// The name of the place where the page states `entry` first; nothing elsewhere.
    mutating func place(of entry: ClaimEntry) -> String {
        mentioned.insert(entry.id).inserted ? "\\claimplace{\(Self.target(entry.place(on: page)))}" : ""
    }

    /// How many claims came out how.
    mutating func counts(_ counts: [VerdictCount]) {
        out += "\\begin{shortlines}\n"
        for count in counts {
            let (name, glyph) = (count.verdict.rawValue, LaTeX.escape(count.verdict.glyph))
            out += "\\shortline{{\\color{\(name)}\(glyph) \(count.count) \(name)}}\n"
        }
        out += "\\end{shortlines}"
    }

    /// All that is known of a claim.
    mutating func card(_ card: ClaimCard) {
        let entry = card.entry
        let about = entry.claim.equation.map(HTMLWriter.about) ?? ""
        let target = page == entry.anchor.page ? "\\target{\(Self.target(entry.anchor))}" : place(of: entry)
        let head =
            "{\(entry.verdict.rawValue)}{\(LaTeX.escape("\(entry.verdict.glyph) \(entry.verdictInWords)"))}{\(LaTeX.escape(about))}"
            + "{\(target)\(LaTeX.escape(entry.id))}"
        environment("claimcard", head) { writer in
            writer.bare { writer in
                if entry.isSurprise { writer.out += "\\surprise{\(entry.recorded.rawValue)}\n" }
                writer.write(entry.statement)
                writer.out += "\\par\n"
                for check in entry.claim.checks { writer.check(check, of: entry) }
                if let kept = entry.kept { writer.result(kept) }
                if entry.differsFromPrediction {
                    writer.out += "\\method{"
                    writer.write(entry.predictionInWords)
                    writer.out += "}\n"
                }
                writer.out += "\\method{"
                writer.write(entry.method)
                if let place = card.place { writer.out += "\\statedon{\(Self.target(place))}" }
                writer.out += "}\n"
            }
        }
    }

    /// What was measured and what it had to meet, with a space between.
    private mutating func write(outcome: [NumberText]) {
        for (place, number) in outcome.enumerated() {
            if place > 0 { out += " " }
            write(number)
        }
    }

    /// What a kept run found, in a line.
    private mutating func result(_ kept: ClaimEntry.KeptClaim) {
        let check = kept.claim.decisive
        out += "\\checkline{\(LaTeX.escape(kept.source))}{"
        if !check.measured.isNaN {
            write(outcome: check.outcome)
            if check.n > 1, !check.isCount { out += " (\\(n = \(check.n)\\))" }
        }
        out += "}{\(kept.claim.verdict.rawValue)}{\(LaTeX.escape(kept.claim.verdict.glyph))}\n"
    }

    private mutating func check(_ check: Check, of entry: ClaimEntry) {
        out += "\\checkline{"
        write(InlineText.read(check.what, at: Place(file: "claim \(entry.id)")))
        out += "}{"
        write(outcome: check.outcome)
        if let printed = check.asPrinted {
            out += "; as printed "
            write(NumberText(printed, digits: 2, trimmed: true))
        }
        if check.n > 1, !check.isCount { out += " (\\(n = \(check.n)\\))" }
        out += LaTeX.escape(check.reason)
        out += "}{\(check.verdict.rawValue)}{\(LaTeX.escape(check.verdict.glyph))}\n"
    }
}
