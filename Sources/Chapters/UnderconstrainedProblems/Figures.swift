import Notebook

extension UnderconstrainedProblemsSection {
    static func figures(_ results: Results) throws -> [PageElement] { [] }
}
