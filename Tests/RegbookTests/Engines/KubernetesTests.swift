import FixtureBook
import Foundation
import Testing

/// The Indexed Job of docs/cluster.md: its form is one that Kubernetes takes, and its command computes the batches.
struct KubernetesTests {
    private static func manifest() throws -> String {
        try DocumentedExample.block("apiVersion: batch/v1\n", kind: "yaml")
    }

    private static let hasValidator =
        EngineRun.isAskedFor
        && ProcessInfo.processInfo.environment["PATH", default: ""].split(separator: ":")
            .contains { access("\($0)/kubernetes-validate", X_OK) == 0 }

    @Test(.enabled(if: hasValidator, "make engines runs it, with kubernetes-validate on the PATH"))
    func theManifestIsOneOfKubernetes() throws {
        let folder = try FixtureFolder()
        func complaint(_ text: String) throws -> String? {
            try folder.write(text, to: "job.yaml")
            do {
                _ = try SlurmCluster.output(
                    ["/usr/bin/env", "kubernetes-validate", "--strict"]
                        + [folder.root.appending(path: "job.yaml").path(percentEncoded: false)])
                return nil
            } catch let failure as SlurmCluster.Failure {
                return failure.errors
            }
        }
        #expect(try complaint(Self.manifest()) == nil)
        let wrong = try complaint(Self.manifest().replacing("completions: 40", with: "completion: 40"))
        #expect(try #require(wrong).contains("completion"))
    }

    /// The command with the index that Kubernetes puts in, each batch once and in any order.
    @Test func itsCommandComputesTheBatches() async throws {
        let manifest = try Self.manifest()
        #expect(manifest.contains("completionMode: Indexed\n"))
        #expect(manifest.contains("mountPath: /book}"))
        let command = try #require(manifest.firstMatch(of: /command: \[(.*)\]/)?.1)
        let words = command.matches(of: /"([^"]*)"/).map { String($0.1) }
        #expect(words.first == "regbook")
        let book = try FixtureFolder()
        let settings = "--set dice.throws=25"
        let plan = await book.runWords("plan dice --json --batch-seconds 20 \(settings)")
        try book.write(plan.output, to: "items.json")
        for index in [2, 0, 1] {
            let own = words.dropFirst().map {
                $0.replacing("$(JOB_COMPLETION_INDEX)", with: "\(index)")
                    .replacing(/^\/book/, with: book.root.path(percentEncoded: false))
            }
            let outcome = await book.run(own)
            #expect(outcome.code == 0, "\(outcome.errors)")
        }
        let local = try FixtureFolder()
        #expect(await local.runWords("build --format html --only dice \(settings)").code == 0)
        #expect(try book.tree(".regbook/items") == local.tree(".regbook/items"))
    }
}
