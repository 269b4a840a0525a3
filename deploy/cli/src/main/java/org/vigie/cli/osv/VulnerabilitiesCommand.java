package org.vigie.cli.osv;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.vigie.platform.command.CommandRunner;
import org.vigie.platform.command.JsonAnswerOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Compares a release with a list of vulnerabilities on this machine: {@code ./vigie vulnerabilities}. */
@Command(
        name = "vulnerabilities",
        description = {
            "Compares the libraries of a software bill of materials (CycloneDX) with advisories in OSV's form. Connects to nothing.",
            "Ends with exit code 1 when a library is vulnerable or cannot be compared (docs/security.md)."
        })
public final class VulnerabilitiesCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Option(names = "--sbom", required = true, paramLabel = "FILE", description = "The bill of materials, as JSON.")
    Path sbom = Path.of("");

    @Option(
            names = "--list",
            required = true,
            paramLabel = "PLACE",
            description = "OSV's list for Maven (all.zip), or a folder with its files.")
    Path list = Path.of("");

    @Mixin
    JsonAnswerOption json = new JsonAnswerOption();

    @Override
    public Integer call() throws IOException {
        BillOfMaterials bill = BillOfMaterials.read(sbom);
        var check = new VulnerabilityCheck(bill);
        new VulnerabilityList(list).read(check::take);
        if (check.advisories() == 0) {
            throw new IllegalArgumentException("--list: must hold advisories for Maven in OSV's form, was " + list);
        }
        json.print(spec.commandLine().getOut(), text(bill, check), answer(bill, check));
        return check.found().isEmpty() && bill.others().isEmpty() ? CommandRunner.DONE : CommandRunner.NO;
    }

    private static String text(BillOfMaterials bill, VulnerabilityCheck check) {
        String compared = "%d libraries compared with %d advisories for Maven, the newest of %s: %d found"
                .formatted(
                        bill.libraries().size(),
                        check.advisories(),
                        check.newest(),
                        check.found().size());
        return compared
                + lines("", check.found())
                + lines("not compared, because it is no library of Maven: ", bill.others());
    }

    private static String lines(String what, List<?> each) {
        return each.stream().map(one -> "\n  " + what + one).collect(Collectors.joining());
    }

    private static Map<String, Object> answer(BillOfMaterials bill, VulnerabilityCheck check) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("libraries", bill.libraries().size());
        answer.put("advisories", check.advisories());
        answer.put("newest", check.newest());
        answer.put("vulnerable", check.found());
        answer.put("notCompared", bill.others());
        return answer;
    }
}
