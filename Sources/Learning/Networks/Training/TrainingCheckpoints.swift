import Foundation

/// Stores the states of training runs that take long, so that interrupted work resumes where it was.
///
/// The runs of one piece of work are numbered from 0, in the order in which they begin.
public protocol TrainingCheckpoints: Sendable {
    /// The number of a run that begins.
    func beginRun() -> Int
    /// The checkpoint that an interrupted `run` left; nil for none.
    func checkpoint(ofRun run: Int) throws -> Data?
    /// Whether it is time to save the state of `run`.
    func isDue(forRun run: Int) -> Bool
    /// Replaces the checkpoint of `run`.
    func save(_ checkpoint: Data, ofRun run: Int) throws
    /// Says that `run` has come to its end.
    func endRun(_ run: Int)
}

/// The training runs of a task.
public enum TrainingRuns {
    /// Where they leave their checkpoints; nil for nowhere.
    @TaskLocal public static var checkpoints: (any TrainingCheckpoints)?
}
