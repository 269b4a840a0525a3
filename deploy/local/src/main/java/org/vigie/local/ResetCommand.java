package org.vigie.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.vigie.access.AccessOperation;
import org.vigie.access.audit.CommandAudit;
import org.vigie.local.ResettableApp.ConfigSource;
import org.vigie.platform.command.CommandRunner;
import org.vigie.platform.command.JsonAnswerOption;
import org.vigie.platform.topic.KafkaClients;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Deletes the state of one app that does not run: {@code ./vigie reset}. */
@Command(
        name = "reset",
        description = {
            "Deletes the offsets, the changelog topics and the local files of one app that does not run.",
            "The app then reads its topics from their beginning. Without --yes it prints what would be deleted and ends with 1."
        })
public final class ResetCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "APP",
            completionCandidates = AppWords.class,
            description = "One of: ${COMPLETION-CANDIDATES}.")
    String app = "";

    @Parameters(
            index = "1",
            paramLabel = "FILE",
            arity = "0..1",
            description = "Configuration of the app, as for 'run' (default: the defaults).")
    Optional<Path> file = Optional.empty();

    @Option(names = "--yes", description = "Deletes.")
    boolean yes;

    @Mixin
    JsonAnswerOption json = new JsonAnswerOption();

    /** Lists the names of the apps for shell completion and help. */
    static final class AppWords implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return ResettableApp.names().iterator();
        }
    }

    /** Holds the answer of the command. */
    record ResetAnswer(boolean deleted, ResetPlan plan) {
        private String text() {
            if (plan.isEmpty()) {
                return plan.app() + " has no state; nothing to delete.";
            }
            return plan.text() + (deleted ? "\nDeleted." : "\nNothing was deleted; --yes deletes this.");
        }
    }

    @Override
    public Integer call() throws InterruptedException, ExecutionException, IOException {
        AppState state = chosen().state(new ConfigSource(file, System.getenv()));
        new KafkaClients(state.kafka()).requireBroker();
        ResetAnswer answer = reset(state);
        json.print(spec.commandLine().getOut(), answer.text(), answer);
        return answer.deleted() || answer.plan().isEmpty() ? CommandRunner.DONE : CommandRunner.NO;
    }

    private ResetAnswer reset(AppState state) throws InterruptedException, ExecutionException, IOException {
        try (Admin admin = Admin.create(state.kafka().clientSettings(Map.of()))) {
            var reset = new AppReset(state, admin);
            ResetPlan plan = reset.plan();
            boolean deletes = yes && !plan.isEmpty();
            if (deletes) {
                record(state, plan);
                reset.delete(plan);
            }
            return new ResetAnswer(deletes, plan);
        }
    }

    /** Records before anything is deleted: a deletion that ends halfway is in the audit trail too. */
    private void record(AppState state, ResetPlan plan) {
        new CommandAudit(state.kafka(), spec.commandLine().getErr())
                .record(
                        AccessOperation.CHANGE_CONFIGURATION,
                        plan.auditDetail(state.kafka().bootstrapServers()));
    }

    private ResettableApp chosen() {
        return ResettableApp.of(app)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "unknown app '" + app + "', expected one of: " + String.join(", ", ResettableApp.names())));
    }
}
