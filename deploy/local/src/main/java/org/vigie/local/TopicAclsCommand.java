package org.vigie.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.resource.PatternType;
import org.vigie.platform.command.CommandRunner;
import org.vigie.platform.config.ConfigLoader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints or creates the access control lists of the broker: {@code ./vigie topics acls}. */
@Command(
        name = "acls",
        description = {
            "Prints the access control lists of each app as commands of Kafka: one principal for each app, which reads and writes its own topics.",
            "A broker with an authorizer denies everything else."
        })
final class TopicAclsCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "Configuration: kafka (default: the defaults).")
    Optional<Path> file = Optional.empty();

    @Option(
            names = "--apply",
            description = "Also creates them, as the principal of kafka.clientProperties. Lists that are there stay.")
    boolean isApplied;

    @Override
    public Integer call() throws InterruptedException, ExecutionException {
        TopicsConfig config = ConfigLoader.load(file, TopicsConfig.class, System.getenv());
        List<AclBinding> bindings = new TopicAcls(config.kafka().namespace()).bindings();
        if (isApplied) {
            new AclCreation(config, spec.commandLine().getErr()).create(bindings);
        }
        lines(config.kafka().bootstrapServers(), bindings)
                .forEach((target, operations) -> spec.commandLine().getOut().println(target + operations));
        return CommandRunner.DONE;
    }

    /** Returns a line for each principal and resource: the command and its operations. */
    private static Map<String, String> lines(String server, List<AclBinding> bindings) {
        return bindings.stream()
                .collect(Collectors.groupingBy(
                        binding -> target(server, binding),
                        TreeMap::new,
                        Collectors.mapping(
                                binding -> " --operation " + binding.entry().operation(), Collectors.joining())));
    }

    private static String target(String server, AclBinding binding) {
        String type = binding.pattern().resourceType().name().toLowerCase(Locale.ROOT);
        String pattern =
                binding.pattern().patternType() == PatternType.PREFIXED ? " --resource-pattern-type prefixed" : "";
        return "kafka-acls.sh --bootstrap-server " + server + " --add --allow-principal "
                + binding.entry().principal() + " --" + type + " "
                + binding.pattern().name() + pattern;
    }
}
