package org.vigie.bench;

import org.vigie.bench.alerts.AlertsBenchCommand;
import org.vigie.bench.artefacts.ArtefactsBenchCommand;
import org.vigie.bench.code.CodeBenchCommand;
import org.vigie.bench.hl7.Hl7BenchCommand;
import org.vigie.bench.masking.MaskingBenchCommand;
import org.vigie.bench.page.PageBenchCommand;
import org.vigie.bench.page.PastBenchCommand;
import org.vigie.bench.scale.ScaleBenchCommand;
import org.vigie.bench.scoring.ScoringBenchCommand;
import org.vigie.bench.store.ExportBenchCommand;
import org.vigie.bench.store.StoreBenchCommand;
import org.vigie.bench.streams.BedsBenchCommand;
import org.vigie.bench.streams.CleanBenchCommand;
import org.vigie.bench.streams.CopyBenchCommand;
import org.vigie.bench.streams.ReplayBenchCommand;
import org.vigie.bench.streams.ReplayBesideBenchCommand;
import org.vigie.bench.streams.RulesBenchCommand;
import org.vigie.bench.streams.TrialBenchCommand;
import org.vigie.bench.variability.VariabilityBenchCommand;
import org.vigie.bench.ward.WardBenchCommand;
import org.vigie.platform.command.CommandRunner;
import picocli.CommandLine.Command;

/** Lists the benchmarks: {@code ./vigie bench}. */
@Command(
        name = "bench",
        description = "Measures one part beside a named peer in the same run, or the source code.",
        subcommands = {
            AlertsBenchCommand.class,
            ArtefactsBenchCommand.class,
            BedsBenchCommand.class,
            CleanBenchCommand.class,
            CodeBenchCommand.class,
            CopyBenchCommand.class,
            ExportBenchCommand.class,
            Hl7BenchCommand.class,
            MaskingBenchCommand.class,
            PageBenchCommand.class,
            PastBenchCommand.class,
            ReplayBenchCommand.class,
            ReplayBesideBenchCommand.class,
            RulesBenchCommand.class,
            ScaleBenchCommand.class,
            ScoringBenchCommand.class,
            StoreBenchCommand.class,
            TrialBenchCommand.class,
            VariabilityBenchCommand.class,
            WardBenchCommand.class
        })
public final class BenchCommand {
    public static void main(String[] arguments) {
        System.exit(CommandRunner.run(new BenchCommand(), arguments));
    }
}
