extension Workload {
    /// The site and the PDF of the book of thirteen pages, from stored results to files.
    static let sites = [
        Workload(name: "site_cold") {
            try await SiteBench.with { bench in
                try bench.build("html")
                return site(
                    "site_cold",
                    try await Measurement.median(runs: 5, after: bench.clear) { try bench.build("html") })
            }
        },
        Workload(name: "site_unchanged") {
            try await SiteBench.with { bench in
                try bench.build("html")
                return site("site_unchanged", try await Measurement.median(runs: 21) { try bench.build("html") })
            }
        },
        Workload(name: "site_edit1") {
            try await SiteBench.with { bench in
                try bench.build("html")
                var number = 0
                return site(
                    "site_edit1",
                    try await Measurement.median(
                        runs: 15,
                        after: {
                            number += 1
                            try bench.edit(number)
                        }
                    ) { try bench.build("html") })
            }
        },
        Workload(name: "pdf") {
            try await SiteBench.with { bench in
                try bench.build("pdf")
                let pdf = try await Measurement.median(runs: 3, warm: 0, after: bench.clear) { try bench.build("pdf") }
                let passes = try await Measurement.median(runs: 3, warm: 0) { try bench.passes() }
                return site("pdf", pdf) + site("pdf_passes", passes)
            }
        },
    ]

    private static func site(_ name: String, _ seconds: Double) -> [Measurement] {
        [Measurement(workload: name, seconds: seconds, throughput: 13 / seconds, unit: "pages/s")]
    }
}
