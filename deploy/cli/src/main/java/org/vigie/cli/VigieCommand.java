package org.vigie.cli;

import java.util.Set;
import org.vigie.access.command.AuditCommand;
import org.vigie.access.login.TokenCommand;
import org.vigie.alerts.ledger.LedgerCommand;
import org.vigie.analytics.AlarmsCommand;
import org.vigie.cli.osv.VulnerabilitiesCommand;
import org.vigie.cluster.ClusterCommand;
import org.vigie.cluster.fault.FaultsCommand;
import org.vigie.extraction.ExtractCommand;
import org.vigie.gateway.GatewayCommand;
import org.vigie.gateway.codes.CodesCommand;
import org.vigie.gateway.erase.EraseCommand;
import org.vigie.gateway.fhir.FhirCommand;
import org.vigie.gateway.hl7.Hl7Command;
import org.vigie.gateway.play.PlayCommand;
import org.vigie.local.BackupCommand;
import org.vigie.local.DemoCommand;
import org.vigie.local.InfraCommand;
import org.vigie.local.ResetCommand;
import org.vigie.local.RestoreCommand;
import org.vigie.local.TopicsCommand;
import org.vigie.local.WardErasureCommand;
import org.vigie.local.identity.IdentitySearchCommand;
import org.vigie.platform.command.CommandRunner;
import org.vigie.replay.archive.ArchiveCommand;
import org.vigie.replay.export.ExportCommand;
import org.vigie.replay.namespace.NamespacesCommand;
import org.vigie.replay.passport.VerifyCommand;
import org.vigie.replay.trial.RulesCommand;
import org.vigie.replay.ward.ReplayCommand;
import org.vigie.station.BoardCommand;
import org.vigie.station.StationCommand;
import org.vigie.training.command.evaluate.EvaluateCommand;
import org.vigie.training.command.predict.PredictCommand;
import org.vigie.training.command.recipe.RecipeCommand;
import org.vigie.training.command.search.SearchCommand;
import org.vigie.training.command.synthetic.SynthesizeCommand;
import org.vigie.training.command.train.TrainCommand;
import org.vigie.triage.training.TriageCommand;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Option;

/** Lists every command of the platform: {@code ./vigie}. */
@Command(
        name = "vigie",
        synopsisSubcommandLabel = "COMMAND",
        versionProvider = ReleaseVersion.class,
        description = "Vigie watches an intensive-care unit. A research platform, not a medical device.",
        commandListHeading = "%nCommands:%n",
        footer = {
            "",
            "Exit code 0: done; 1: the answer is no (a broken ledger, a report that is not conserved); 2: it could not be done.",
            "The shell completes the commands after: source <(./vigie generate-completion)"
        },
        subcommands = {
            DemoCommand.class,
            ClusterCommand.class,
            FaultsCommand.class,
            RunCommand.class,
            InfraCommand.class,
            TopicsCommand.class,
            ResetCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            ArchiveCommand.class,
            GatewayCommand.class,
            Hl7Command.class,
            FhirCommand.class,
            PlayCommand.class,
            CodesCommand.class,
            LedgerCommand.class,
            AuditCommand.class,
            TokenCommand.class,
            EraseCommand.class,
            WardErasureCommand.class,
            IdentitySearchCommand.class,
            LicencesCommand.class,
            VulnerabilitiesCommand.class,
            AlarmsCommand.class,
            ReplayCommand.class,
            NamespacesCommand.class,
            ExportCommand.class,
            RulesCommand.class,
            BoardCommand.class,
            StationCommand.class,
            VerifyCommand.class,
            ExtractCommand.class,
            TrainCommand.class,
            SearchCommand.class,
            PredictCommand.class,
            EvaluateCommand.class,
            RecipeCommand.class,
            SynthesizeCommand.class,
            TriageCommand.class,
            ScriptCommand.BenchScript.class,
            ScriptCommand.BuildScript.class,
            ScriptCommand.TestScript.class,
            HelpCommand.class,
            GenerateCompletion.class
        })
public final class VigieCommand {
    /** Commands that run until they are stopped; each configures its own log. */
    private static final Set<String> SERVICES = Set.of("demo", "cluster", "faults", "infra", "run", "gateway");

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Prints the version of Vigie and of Java, and exits.")
    boolean isVersionAsked;

    VigieCommand() {}

    public static void main(String[] arguments) {
        if (arguments.length > 0 && !SERVICES.contains(arguments[0])) {
            System.setProperty("logback.configurationFile", "logback-command.xml");
        }
        System.exit(CommandRunner.run(new VigieCommand(), arguments));
    }
}
