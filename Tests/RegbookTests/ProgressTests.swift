import BookTool
import Build
import Testing

/// What a reader sees of a build that is under way.
struct ProgressTests {
    private let start = ContinuousClock.now
    private let ten = StudyTime(seconds: 10, work: 10, waiting: 163)
    private func later(_ seconds: Double) -> ContinuousClock.Instant { start + .seconds(seconds) }

    private func state(_ pace: Pace) -> ProgressState {
        ProgressState(
            sections: ["dice", "grey"], profile: "quick", cores: 2, verbose: false, isBound: true, pace: pace,
            start: start)
    }

    private func begun(_ pace: Pace) -> ProgressState {
        var state = state(pace)
        _ = state.take(.began(study: "dice"), now: start)
        _ = state.take(.stage(study: "dice", name: "throws", items: 4), now: start)
        _ = state.take(.item(study: "dice", stage: "throws", isStored: false, seconds: 10), now: later(10))
        return state
    }

    @Test func timeLeftComesFromEarlierRuns() {
        var pace = Pace()
        pace["quick", "dice"] = .init(seconds: 100, work: 40)
        pace["quick", "grey"] = .init(seconds: 20, work: 20)
        pace.report = 5
        #expect(
            begun(pace).lines(at: later(10)) == [
                "  dice    █████░░░░░░░░░░░░░░░  throws 1/4, 1 min 15 s left", "  grey    waits", "  report  waits",
                "  total   0 of 2 studies, 10 s so far, about 30 s left",
            ])
    }

    @Test func theTotalFitsBesideLongNames() {
        let name = "adversarial-training/linear-functions"
        var pace = Pace()
        pace["quick", name] = .init(seconds: 700, work: 700)
        pace.report = 5
        var state = ProgressState(
            sections: [name], profile: "quick", cores: 1, verbose: false, isBound: true, pace: pace, start: start)
        _ = state.take(.began(study: name), now: start)
        _ = state.take(.stage(study: name, name: "draws", items: 10), now: start)
        _ = state.take(.item(study: name, stage: "draws", isStored: false, seconds: 70), now: later(70))
        let total = state.lines(at: later(70)).last ?? ""
        #expect(total.contains("  0 of 1, 1 min 10 s, ") && total.hasSuffix(" left"))
        #expect(total.count <= 80)
    }

    @Test func withoutThemItComesFromTheItemsSoFar() {
        #expect(
            begun(Pace()).lines(at: later(10)) == [
                "  dice    █████░░░░░░░░░░░░░░░  throws 1/4, 30 s left", "  grey    waits", "  report  waits",
                "  total   0 of 2 studies, 10 s so far",
            ])
    }

    @Test func waitingForOtherSectionsIsNoPace() {
        var state = state(Pace())
        _ = state.take(.began(study: "dice"), now: start)
        _ = state.take(.stage(study: "dice", name: "throws", items: 4), now: start)
        _ = state.take(.item(study: "dice", stage: "throws", isStored: false, seconds: 10), now: later(3600))
        #expect(
            state.lines(at: later(3600))[0] == "  dice    █████░░░░░░░░░░░░░░░  throws 1/4, 30 s left")
    }

    @Test func anEndedSectionIsTicked() {
        var state = begun(Pace())
        #expect(
            state.take(.finished(study: "dice", time: ten, isStored: false), now: later(12)) == "dice: done in 10 s"
        )
        #expect(state.lines(at: later(12), colour: true)[0] == "\u{1B}[32m✓\u{1B}[0m dice    done in 10 s")
        #expect(state.lines(at: later(12))[3] == "  total   1 of 2 studies, 12 s so far")
    }

    /// A build of studies whose items take turns on two cores: once a machine has made all of it, what is said to be left is
    /// right within a third, or two seconds near the end.
    @Test func timeLeftIsRightWithinAThird() {
        let items = [
            "few": [9.0, 11, 10, 14], "many": Array(repeating: 1.5, count: 40), "uneven": [1, 20, 2, 9, 3, 3],
        ]
        var pace = Pace()
        for round in 1...2 {
            var state = ProgressState(
                sections: items.keys.sorted(), profile: "quick", cores: 2, verbose: false, pace: pace, start: start)
            for (study, seconds) in items {
                _ = state.take(.began(study: study), now: start)
                _ = state.take(.stage(study: study, name: "fits", items: seconds.count), now: start)
            }
            var waiting = (0..<40).flatMap { turn in
                items.keys.sorted().compactMap { study in
                    items[study].flatMap { turn < $0.count ? (study, $0[turn]) : nil }
                }
            }
            // When each core is done with what it works at.
            var running: [(end: Double, study: String, seconds: Double)] = []
            var left: [(at: Double, seconds: Double?)] = []
            var open = items.mapValues(\.count)
            var now = 0.0
            while !waiting.isEmpty || !running.isEmpty {
                while running.count < 2, !waiting.isEmpty {
                    let (study, seconds) = waiting.removeFirst()
                    running.append((now + seconds, study, seconds))
                }
                running.sort { $0.end < $1.end }
                let next = running.removeFirst()
                now = next.end
                _ = state.take(
                    .item(study: next.study, stage: "fits", isStored: false, seconds: next.seconds), now: later(now))
                open[next.study, default: 0] -= 1
                if open[next.study] == 0 {
                    let work = (items[next.study] ?? []).reduce(0, +)
                    let time = StudyTime(seconds: min(now, work), work: work)
                    _ = state.take(.finished(study: next.study, time: time, isStored: false), now: later(now))
                }
                left.append((now, state.totalLeft))
            }
            guard round == 2 else {
                #expect(left[0].seconds == nil)
                pace = state.pace
                continue
            }
            for moment in left {
                let actual = now - moment.at
                #expect(abs((moment.seconds ?? .infinity) - actual) <= max(2, actual / 3), "at \(moment.at) of \(now)")
            }
        }
    }

    /// What a study waits for others is no time of its own.
    @Test func waitingIsNotCounted() {
        var state = begun(Pace())
        _ = state.take(.finished(study: "dice", time: ten, isStored: false), now: later(173))
        #expect(state.lines(at: later(173))[0] == "✓ dice    done in 10 s")
    }

    @Test func aStoredSectionIsToldOnlyWhenAsked() {
        var state = state(Pace())
        _ = state.take(.began(study: "dice"), now: start)
        #expect(state.take(.finished(study: "dice", time: ten, isStored: true), now: start) == nil)
    }

    @Test func aTerminalThatWantsNoColourGetsNone() async throws {
        let book = try FixtureFolder()
        let end = try FixtureProcess(in: book, "build --format html", shell: "export NO_COLOR=1 CI=1").wait()
        #expect(!end.errors.contains("\u{1B}"))
        #expect(end.errors.contains("dice: throws, 4 items\n"))
        let quiet = try FixtureProcess(in: book, "build --format html --quiet --seed 2").wait()
        #expect(quiet.errors.isEmpty && quiet.output.isEmpty)
        let verbose = try FixtureProcess(in: book, "build --format html --verbose --seed 2 --output other").wait()
        #expect(verbose.errors.contains("dice: stored results\n"))
    }

    @Test func timingsAreListedAndStandOnThePageAboutTheBuild() async throws {
        let book = try FixtureFolder()
        let outcome = await book.runWords("build --format html --timings")
        for what in ["dice             ", "all experiments  ", "the report       ", "most memory      "] {
            #expect(outcome.output.contains(what))
        }
        #expect(outcome.output.contains(/dice +[0-9.]+ s, work [0-9.]+ s/))
        let again = await book.runWords("build --format html --timings --output other")
        #expect(again.output.contains(/dice +stored; took [0-9.]+ s, work [0-9.]+ s/))
        let about = try book.text(of: "output/about.html")
        #expect(about.contains("<td>all experiments</td>") && about.contains("<td>most memory</td>"))
    }
}

extension ProgressState {
    /// The lines for a terminal of the usual size.
    fileprivate func lines(at now: ContinuousClock.Instant, colour: Bool = false) -> [String] {
        ProgressLines(of: self, now: now, colour: colour, size: TerminalSize(columns: 80, rows: 24)).lines
    }
}
