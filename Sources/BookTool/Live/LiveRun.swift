import Build
import Foundation
import Preview
import Synchronization

/// A variation that is carried out, and the pages that wait for it.
final class LiveRun: BuildObserver {
    let variation: Variation
    let key: String
    private let state = Mutex(State())

    private struct State {
        var listeners: [Listener] = []
        var stage: String?
        var done = 0
        var items = 0
        var told = ContinuousClock.now - .seconds(1)
    }

    struct Listener: Hashable {
        let visitor: Visitor
        /// What the page calls its wish.
        let id: Int

        func tell(_ state: LiveNews.State, _ fill: (inout LiveNews) -> Void = { _ in }) {
            var news = LiveNews(state: state, id: id)
            fill(&news)
            visitor.tell(news.json)
        }
    }

    init(_ variation: Variation, _ key: String) {
        self.variation = variation
        self.key = key
    }

    var isWanted: Bool { state.withLock { !$0.listeners.isEmpty } }

    func add(_ listener: Listener) { state.withLock { $0.listeners.append(listener) } }

    func remove(_ isGone: (Listener) -> Bool) { state.withLock { $0.listeners.removeAll(where: isGone) } }

    /// Gives the pages that wait for it to `other`.
    func handOver(to other: LiveRun) {
        let listeners = state.withLock { state in
            defer { state.listeners = [] }
            return state.listeners
        }
        for listener in listeners { other.add(listener) }
    }

    func tell(_ news: LiveNews.State, _ fill: (inout LiveNews) -> Void = { _ in }) {
        for listener in state.withLock({ $0.listeners }) { listener.tell(news, fill) }
    }

    /// Tells how far it came, a few times a second.
    func observe(_ event: BuildEvent) {
        let shown = state.withLock { state -> (stage: String, done: Int, items: Int)? in
            switch event {
            case .stage(let study, let name, let items) where isOwn(study):
                (state.stage, state.done, state.items) = (name, 0, items)
            case .item(let study, _, _, _) where isOwn(study): state.done += 1
            default: return nil
            }
            let isTime = ContinuousClock.now - state.told > .milliseconds(100)
            guard let stage = state.stage, isTime || state.done == state.items || state.done == 0 else { return nil }
            state.told = .now
            return (stage, state.done, state.items)
        }
        guard let shown else { return }
        tell(.running) { ($0.stage, $0.done, $0.items) = (shown.stage, shown.done, shown.items) }
    }

    private func isOwn(_ study: String) -> Bool {
        study == variation.page || study.hasPrefix(variation.page + "/")
    }
}
