package org.vigie.replay.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.access.audit.AuditReport;
import org.vigie.platform.command.CommandRunner;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.replay.trial.RulesCommand;
import org.vigie.signal.alarm.rules.AlarmRuleCatalogue;
import org.vigie.testing.broker.EmbeddedKafkaExtension;
import org.vigie.testing.broker.KafkaTestNamespace;

/** Publishes rules on a real broker. */
@ExtendWith(EmbeddedKafkaExtension.class)
class RulesPublishCommandIT {
    @TempDir
    Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private KafkaConnectionConfig ward;

    @BeforeEach
    void createTopics(KafkaTestNamespace namespace) {
        ward = new KafkaConnectionConfig(
                namespace.kafka().bootstrapServers(), namespace.kafka().registryUrl(), namespace.name(), 2);
        namespace.kafka().createTopics(ward.topics());
    }

    @Test
    void rulesArePublishedListedAndRolledBackWithAuthorAndReason() {
        // when
        int published = run("publish", "adult-icu-3", "--force", "--author", "Dr A", "--reason", "fewer calls");
        int restored = run("rollback", "--author", "Dr B", "--reason", "missed a case");
        int listed = run("list");
        // then
        assertThat(Stream.of(published, restored, listed)).as(err.toString()).containsOnly(CommandRunner.DONE);
        // A publication takes effect some seconds later: the first one may be in force already, the second one not yet.
        assertThat(out.toString())
                .containsPattern("In force: adult-icu-[34] \\(publication [01];")
                .containsPattern("1 +adult-icu-3 +forced .*Dr A: fewer calls")
                .containsPattern("2 +configuration +restores 0 .*Dr B: missed a case");
        assertThat(AuditReport.ofTopic(ward).acts())
                .satisfiesExactly(
                        act -> assertThat(act)
                                .contains(
                                        "PUBLISH_RULES",
                                        "begins: publication 1 (adult-icu-3, forced) by Dr A: fewer calls"),
                        act -> assertThat(act).contains("done: publication 1 (adult-icu-3, forced) by Dr A"),
                        act -> assertThat(act).contains("begins: publication 2 (restores publication 0) by Dr B"),
                        act -> assertThat(act).contains("done: publication 2 (restores publication 0) by Dr B"));
    }

    @Test
    void aMistakeInARuleFileIsToldWithItsLineAndNothingIsPublished() throws Exception {
        // given
        Path file = Files.writeString(directory.resolve("new.yaml"), "version: x\nsource: y\nrules: 3\n");
        // when
        int code = run("publish", file.toString(), "--force", "--author", "A", "--reason", "b");
        // then
        assertThat(code).isEqualTo(CommandRunner.COULD_NOT);
        assertThat(err.toString()).contains("new.yaml:3");
        assertThat(new PublishedRuleReader(ward)
                        .read(AlarmRuleCatalogue.adultIcu())
                        .all())
                .isEmpty();
    }

    private int run(String... arguments) {
        String[] common = {
            "--broker", ward.bootstrapServers(), "--registry", ward.registryUrl(), "--namespace", ward.namespace()
        };
        return CommandRunner.of(new RulesCommand(), new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(Stream.concat(Arrays.stream(arguments), Arrays.stream(common))
                        .toArray(String[]::new));
    }
}
