package org.vigie.bench.masking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.vigie.bench.JsonOption;
import org.vigie.platform.command.CommandRunner;
import org.vigie.signal.masking.TextMasker;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Judges the masking of free text: {@code ./vigie bench masking}. */
@Command(
        name = "masking",
        description = {
            "Judges the masking of names, birth dates, numbers and addresses in free text.",
            "The held-out texts were never used to change a rule (docs/security.md)."
        })
public final class MaskingBenchCommand implements Callable<Integer> {
    private static final double LEAST_RECALL = 0.98;

    @Spec
    CommandSpec spec;

    @Option(
            names = "--check",
            description =
                    "Ends with exit code 1 when less than 98 %% of the identifiers are masked, or a value is lost.")
    boolean check;

    @Mixin
    JsonOption json = new JsonOption();

    @Override
    public Integer call() throws IOException {
        Map<MaskingTexts, MaskingFigures> figures = figures();
        var line = spec.commandLine();
        json.write(text(figures), json(figures), line.getOut(), line.getErr());
        return check && !figures.values().stream().allMatch(MaskingBenchCommand::isGood)
                ? CommandRunner.NO
                : CommandRunner.DONE;
    }

    static Map<MaskingTexts, MaskingFigures> figures() {
        Map<MaskingTexts, MaskingFigures> figures = new EnumMap<>(MaskingTexts.class);
        for (MaskingTexts texts : MaskingTexts.values()) {
            figures.put(texts, new MaskingJudgement(new TextMasker()).judge(texts.read()));
        }
        return figures;
    }

    private static boolean isGood(MaskingFigures figures) {
        return figures.recall() >= LEAST_RECALL && figures.lostValues().isEmpty();
    }

    private static String text(Map<MaskingTexts, MaskingFigures> figures) {
        return figures.entrySet().stream()
                .map(each -> text(each.getKey(), each.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private static String text(MaskingTexts texts, MaskingFigures figures) {
        return String.format(
                        Locale.ROOT,
                        "%s: %d texts, %d identifiers, recall %.3f, precision %.3f, lost values %d",
                        texts,
                        figures.texts(),
                        figures.identifiers(),
                        figures.recall(),
                        figures.precision(),
                        figures.lostValues().size())
                + lines("\n  missed: ", figures.missed())
                + lines("\n  masked wrongly: ", figures.wronglyMasked())
                + lines("\n  lost: ", figures.lostValues());
    }

    private static String lines(String before, Iterable<String> lines) {
        StringBuilder all = new StringBuilder();
        lines.forEach(line -> all.append(before).append(line));
        return all.toString();
    }

    private static String json(Map<MaskingTexts, MaskingFigures> figures) throws JsonProcessingException {
        return new ObjectMapper().writeValueAsString(figures);
    }
}
