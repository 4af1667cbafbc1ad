import Foundation
import Plots
import Testing

/// Moments along axes: round for the reader's clock, in words wherever they are written.
struct TimeAxisTests {
    private func moment(_ text: String) throws -> Date { try Date.ISO8601FormatStyle().parse(text) }

    private func texts(_ axis: Axis, _ moments: [Date], width: Double = 460) throws -> [String] {
        try PanelPicture(
            x: axis, y: Axis(ticks: .none), width: width, marks: [Line(x: moments, y: moments.indices.map { $0 })]
        ).texts.map(\.string)
    }

    /// Ticks stand at round hours of the clock, also after it was changed.
    @Test func hoursStayRoundWhereTheClockChanges() throws {
        let berlin = try #require(TimeZone(identifier: "Europe/Berlin"))
        for (start, end) in [
            ("2024-03-30T12:00:00Z", "2024-04-01T12:00:00Z"), ("2024-10-26T12:00:00Z", "2024-10-28T12:00:00Z"),
        ] {
            let found = try texts(Axis(scale: .time(berlin)), [try moment(start), try moment(end)])
            let hours = found.filter { $0.contains(":") }
            #expect(hours.count > 2)
            #expect(hours.allSatisfy { $0.hasSuffix(" 00:00") || $0.hasSuffix(" 12:00") }, "\(hours)")
        }
        let night = try texts(
            Axis(scale: .time(berlin)), [try moment("2024-10-26T22:30:00Z"), try moment("2024-10-27T05:30:00Z")])
        #expect(night.prefix(3) == ["01:00", "02:00", "03:00"])
    }

    /// In any zone all labels differ and hours stand apart by a divisor of the day.
    @Test func anyZoneHasRoundHours() throws {
        let zones = ["Asia/Kathmandu", "America/St_Johns", "Australia/Lord_Howe", "Pacific/Apia", "Africa/Casablanca"]
        for seed in 0..<1000 {
            var random = SplitMix(seed: UInt64(seed))
            let zone = try #require(TimeZone(identifier: zones[seed % zones.count]))
            let start = Date(timeIntervalSince1970: Double.random(in: 1e9...1.7e9, using: &random))
            let end = start.addingTimeInterval(Double.random(in: 4...60, using: &random) * 3600)
            let found = try texts(Axis(scale: .time(zone)), [start, end]).filter { !$0.hasPrefix("(") }
            #expect(Set(found).count == found.count && found.count > 1, "seed \(seed): \(found)")
            let minutes = Set(found.compactMap { $0.split(separator: ":").last })
            #expect(minutes.isSubset(of: ["00", "10", "15", "20", "30", "40", "45", "50"]), "seed \(seed): \(found)")
        }
    }

    @Test func givenTicksAreDates() throws {
        let (start, end) = (try moment("2023-10-26T22:30:00Z"), try moment("2024-10-27T05:30:00Z"))
        func labels(_ ticks: [String]) throws -> [String] {
            try texts(Axis("t", ticks: .values(ticks.map { try moment($0).timeIntervalSince1970 })), [start, end])
        }
        #expect(try labels(["2024-01-01T00:00:00Z", "2024-07-01T00:00:00Z"]) == ["Jan 2024", "Jul 2024", "t"])
        #expect(
            try labels(["2024-01-01T00:00:00Z", "2024-07-04T00:00:00Z"]) == ["1 Jan 2024", "4 Jul 2024", "t (UTC)"])
        #expect(try labels(["2024-01-01T00:00:00Z"]) == ["2024", "t"])
        #expect(try labels(["2024-01-01T12:30:00Z"]) == ["1 Jan 2024 12:30", "t (UTC)"])
    }

    @Test func partsOfSecondsAreTold() throws {
        let moments = [Date(timeIntervalSince1970: 1_700_000_000.2), Date(timeIntervalSince1970: 1_700_000_000.9)]
        let found = try texts(Axis("t"), moments)
        #expect(
            found == ["22:13:20.2", "22:13:20.4", "22:13:20.6", "22:13:20.8", "t (14 Nov 2023, UTC)"], "\(found)")
        let figure = Figure { Panel { Line(x: moments, y: [1, 2]) } }
        #expect(figure.csv().contains("2023-11-14T22:13:20.2Z,1\r\n") && figure.csv().contains("20.9Z,2\r\n"))
    }

    @Test func numbersBeyondTheCalendarSayWhatTheyCount() throws {
        let found = try texts(Axis("t"), [Date(timeIntervalSince1970: -1e11), Date(timeIntervalSince1970: 1e9)])
        #expect(found.joined().hasSuffix("s since 1970)"), "\(found)")
    }

    /// Every mark with a place along x takes moments, and says them as dates in its words and its table.
    @Test func marksTakeMoments() throws {
        let start = try moment("2024-01-01T00:00:00Z")
        let days = (0..<5).map { start.addingTimeInterval(Double($0) * 86_400) }
        let marks: [any Mark] = [
            Bars(x: days, y: [1, 2, 3, 4, 5]), Rule(x: start), Point(x: start, y: 1), Text("a", x: start, y: 1),
            Annotation("a", x: start, y: 1), Histogram(days), Regression(x: days, y: [1, 2, 3, 5, 4]),
            Band(x: days, low: [0, 0, 0, 0, 0], high: [1, 1, 1, 1, 1]),
        ]
        for mark in marks {
            #expect(mark.extent(x: .linear, y: .linear).xIsTime, "\(mark.numbers.mark)")
            let column = try #require(mark.numbers.columns.first)
            #expect(column.names?.first?.hasPrefix("202") == true, "\(mark.numbers.mark)")
            #expect(!mark.summary(x: Axis(), y: Axis()).contains("× 10^9"), "\(mark.numbers.mark)")
        }
        #expect(Bars(x: days, y: [1, 2, 3, 4, 5]).level().extent(x: .linear, y: .linear).yIsTime)
        #expect(Rule(y: start).extent(x: .linear, y: .linear).yIsTime)
    }
}
