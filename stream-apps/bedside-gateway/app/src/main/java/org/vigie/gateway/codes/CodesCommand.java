package org.vigie.gateway.codes;

import java.nio.file.Path;
import java.util.Optional;
import org.vigie.access.command.AccessOptions;
import org.vigie.access.command.CommandAccess;
import org.vigie.gateway.config.GatewayConfig;
import org.vigie.platform.command.JsonAnswerOption;
import org.vigie.platform.config.ConfigLoader;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.topic.KafkaClients;
import org.vigie.terminology.LocalCodeMapping;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** Shows the integrator's inbox of what was left out, and maps codes: {@code ./vigie codes}. A running gateway uses a mapping at once. */
@Command(name = "codes", description = "Shows what the gateway left out, and maps codes that name no variable.")
public final class CodesCommand {
    @Spec
    CommandSpec spec;

    @Option(
            names = "--config",
            scope = ScopeType.INHERIT,
            paramLabel = "FILE",
            description = "Configuration file of bedside-gateway; the command reads kafka (default: the defaults).")
    Optional<Path> config = Optional.empty();

    @Command(
            name = "inbox",
            description =
                    "Shows everything that the gateway left out: reason, field, code, the value's shape, how often. JSON: one line for each entry.")
    int inbox(
            @Option(
                            names = "--sender",
                            paramLabel = "NAME",
                            defaultValue = "",
                            description = "Only senders with this in their name.")
                    String sender,
            @Option(
                            names = "--reason",
                            paramLabel = "REASON",
                            defaultValue = "",
                            description = "Only this reason, like no-time.")
                    String reason,
            @Mixin AccessOptions access,
            @Mixin JsonAnswerOption json)
            throws InterruptedException {
        new CodeTopics(decided(access, "what was left out"))
                .inbox(sender, reason, json.isChosen())
                .forEach(spec.commandLine().getOut()::println);
        return 0;
    }

    @Command(name = "unmapped", description = "Prints one JSON line for each code that names no variable.")
    int unmapped(@Mixin AccessOptions access, @Mixin JsonAnswerOption unused) throws InterruptedException {
        new CodeTopics(decided(access, "codes that name no variable"))
                .unmapped()
                .forEach(spec.commandLine().getOut()::println);
        return 0;
    }

    @Command(name = "map", description = "Maps a sender's code to a variable. Needs --code, --name or both.")
    int map(
            @Option(
                            names = "--sender",
                            paramLabel = "NAME",
                            defaultValue = "*",
                            description = "Part of the sender's name; * is every sender (default).")
                    String sender,
            @Option(names = "--code", paramLabel = "CODE", defaultValue = "", description = "The code as sent.")
                    String code,
            @Option(names = "--name", paramLabel = "NAME", defaultValue = "", description = "The code's name as sent.")
                    String name,
            @Parameters(paramLabel = "VARIABLE", description = "Its name in the variable catalogue.") String variable,
            @Mixin AccessOptions access,
            @Mixin JsonAnswerOption json)
            throws InterruptedException {
        var mapping = new LocalCodeMapping(sender, code, name, variable);
        KafkaConnectionConfig kafka = broker();
        asking(access, kafka).change(mapping.toString(), () -> new CodeTopics(kafka).map(mapping));
        json.print(
                spec.commandLine().getOut(),
                "Mapped. A running gateway uses the mapping at once and reads again the messages of the last three days.",
                mapping);
        return 0;
    }

    /** Returns the connection to the ward, once it is decided who may use it. */
    private KafkaConnectionConfig decided(AccessOptions access, String detail) throws InterruptedException {
        KafkaConnectionConfig kafka = broker();
        asking(access, kafka).requireEveryUnit(detail);
        return kafka;
    }

    private CommandAccess asking(AccessOptions access, KafkaConnectionConfig kafka) {
        return access.to(kafka, spec.commandLine().getErr(), System.getenv());
    }

    /** Returns the connection to the ward, once its broker answers. */
    private KafkaConnectionConfig broker() throws InterruptedException {
        KafkaConnectionConfig kafka =
                ConfigLoader.load(config, GatewayConfig.class, System.getenv()).kafka();
        new KafkaClients(kafka).requireBroker();
        return kafka;
    }
}
