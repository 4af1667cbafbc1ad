extension Workload {
    /// The site and the PDF of the book of thirteen pages, from stored results to files.
    static let sites = [
        Workload(name: "site_cold") {
            try await SiteBench.with { bench in
                try bench.build("html")
                return [
                    site(
                        "site_cold",
                        try await Measurement.median(runs: 5, after: bench.clear) { try bench.build("html") })
                ]
            }
        },
        Workload(name: "site_unchanged") {
            try await SiteBench.with { bench in
                try bench.build("html")
                return [site("site_unchanged", try await Measurement.median(runs: 21) { try bench.build("html") })]
            }
        },
        Workload(name: "site_edit1") {
            try await SiteBench.with { bench in
                try bench.build("html")
                var number = 0
                let seconds = try await Measurement.median(
                    runs: 15,
                    after: {
                        number += 1
                        try bench.edit(number)
                    }
                ) { try bench.build("html") }
                return [site("site_edit1", seconds)]
            }
        },
        Workload(name: "pdf") {
            try await SiteBench.with { bench in
                try bench.build("pdf")
                // In turn, since a machine's clock moves more from one minute to the next than the two differ.
                var rounds: [(pdf: Double, passes: Double)] = []
                for _ in 0..<5 {
                    try bench.clear()
                    let pdf = try await Measurement.seconds { try bench.build("pdf") }
                    rounds.append((pdf, try await Measurement.seconds { try bench.passes() }))
                }
                var pdf = site("pdf", Measurement.median(of: rounds.map(\.pdf)))
                pdf.timesPasses = Measurement.median(of: rounds.map { $0.pdf / $0.passes })
                return [pdf, site("pdf_passes", Measurement.median(of: rounds.map(\.passes)))]
            }
        },
    ]

    /// How a site grows with its pages: made from nothing, after an edit, and with nothing changed.
    static let growth = [13, 130, 500].map { pages in
        Workload(name: "growth_\(pages)") {
            try await SiteBench.with(pages: pages) { bench in
                try bench.build("html")
                var (colds, memory): ([Double], Double) = ([], 0)
                for _ in 0..<3 {
                    try bench.clear()
                    colds.append(try await Measurement.seconds { memory = max(memory, try bench.build("html")) })
                }
                var cold = growth("site_cold_\(pages)", Measurement.median(of: colds), pages)
                cold.peakMegabytes = memory
                var number = 0
                let edit = try await Measurement.median(
                    runs: 9,
                    after: {
                        number += 1
                        try bench.edit(number)
                    }
                ) { try bench.build("html") }
                let unchanged = try await Measurement.median(runs: 21) { try bench.build("html") }
                return [
                    cold, growth("site_edit1_\(pages)", edit, pages),
                    growth("site_unchanged_\(pages)", unchanged, pages),
                ]
            }
        }
    }

    private static func growth(_ name: String, _ seconds: Double, _ pages: Int) -> Measurement {
        Measurement(workload: name, seconds: seconds, throughput: Double(pages) / seconds, unit: "pages/s")
    }

    private static func site(_ name: String, _ seconds: Double) -> Measurement {
        Measurement(workload: name, seconds: seconds, throughput: 13 / seconds, unit: "pages/s")
    }
}
