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

    private static func site(_ name: String, _ seconds: Double) -> Measurement {
        Measurement(workload: name, seconds: seconds, throughput: 13 / seconds, unit: "pages/s")
    }
}
