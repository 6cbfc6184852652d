package dev.andon.internal.readiness;

import dev.andon.ServiceConvention;
import dev.andon.internal.bytecode.ClassSource;
import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.internal.discover.Discovery;
import dev.andon.internal.discover.DiscoveryRequest;
import dev.andon.internal.discover.Inventory;
import dev.andon.internal.discover.Workspace;
import dev.andon.internal.evidence.Executions;
import dev.andon.internal.evidence.Findings;
import dev.andon.internal.evidence.Runs;
import dev.andon.internal.evidence.links.AssertionReach;
import dev.andon.internal.evidence.links.Links;
import dev.andon.internal.judge.Declaration;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** Walks the rooms in order: discover, gather evidence, judge. */
public final class Assessor {
    private Assessor() {}

    /**
     * Looks at a build and judges it.
     *
     * @param outside where classes are found that the build does not compile, such as frameworks
     * @throws dev.andon.internal.judge.Misuse if there is nothing that could be judged
     */
    public static Assessment assess(
            Declaration declaration,
            Workspace workspace,
            ClassSource outside,
            List<ServiceConvention> conventions,
            Situation situation) {
        CodeIndex index = CodeIndex.of(workspace.roots(), outside);
        Inventory inventory = Discovery.discover(
                index,
                new DiscoveryRequest(
                        declaration.packages(),
                        declaration.includeServices(),
                        declaration.excludeServices(),
                        conventions));
        SomethingToJudge.check(declaration, workspace, index, inventory);
        Runs runs = RunsOfBuild.read(workspace, situation.buildId());
        Findings findings = new Findings(
                inventory,
                runs,
                Links.find(index, inventory),
                AssertionReach.find(index, inventory),
                Executions.unavailable("the tests ran without the JaCoCo agent"),
                situation.buildIsOver());
        return new Assessment(declaration, workspace, findings, LocalDate.now(Clock.system(ZoneId.systemDefault())));
    }
}
