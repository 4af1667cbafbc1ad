import Build
import Testing

/// Work, the time in which it was done, and waiting are told apart.
struct StudyClockTests {
    private let start = ContinuousClock.now
    private func at(_ seconds: Int) -> ContinuousClock.Instant { start + .seconds(seconds) }

    @Test func computationsAtOnceCountOnceOnTheWallAndTwiceAsWork() {
        var clock = StudyClock(start: start)
        clock.begin(now: at(2))
        clock.begin(now: at(4))
        clock.end(began: at(2), now: at(7))
        clock.end(began: at(4), now: at(10))
        clock.begin(now: at(13))
        clock.end(began: at(13), now: at(14))
        #expect(clock.time(now: at(14)) == StudyTime(seconds: 9, work: 12, waiting: 5))
    }

    @Test func aStudyThatComputedNothingOnlyWaited() {
        #expect(StudyClock(start: start).time(now: at(3)) == StudyTime(seconds: 0, work: 0, waiting: 3))
    }
}
