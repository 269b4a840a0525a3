package org.vigie.cluster.fault;

import java.util.ArrayList;
import java.util.List;
import org.vigie.cluster.ClusterNode;
import org.vigie.cluster.NodeKind;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Provides the option that chooses which processes are killed and halted. */
final class FaultTargetsOption {
    @Option(
            names = "--targets",
            paramLabel = "PROCESS",
            split = ",",
            description =
                    "Processes that kill and pause hit, separated by commas: alert-streams-1, or alert-streams for each of them (default: all).")
    List<String> targets = List.of();

    @Spec(Spec.Target.MIXEE)
    CommandSpec spec;

    /** Returns the names of the chosen processes; all when none is chosen. */
    List<String> processes() {
        if (targets.isEmpty()) {
            return all();
        }
        List<String> chosen = new ArrayList<>();
        targets.forEach(target -> chosen.addAll(of(target)));
        return chosen;
    }

    private List<String> of(String target) {
        List<String> found = all().stream()
                .filter(name ->
                        name.equals(target) || name.replaceAll("-\\d+$", "").equals(target))
                .toList();
        if (found.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--targets: unknown process '" + target + "', expected one of: " + String.join(", ", all()));
        }
        return found;
    }

    private static List<String> all() {
        return NodeKind.all().stream().map(ClusterNode::name).toList();
    }
}
