package org.vigie.signal.impute;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.vigie.schemas.variable.UnitConversion;
import org.vigie.schemas.variable.ValueRange;
import org.vigie.schemas.variable.Variable;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.signal.impute.TrainingPreparation.TrainingCleaning;
import org.vigie.signal.impute.TrainingPreparation.TrainingImputation;
import org.vigie.signal.table.LocatedYamlNode;

/**
 * Reads a recipe file: the steps {@code select, unit, range, merge, resample, impute, encode, training}. A step that is missing does what it does in
 * the shipped recipe.
 */
public final class RecipeFileParser {
    private static final String[] STEPS = {
        "recipe", "revision", "select", "unit", "range", "merge", "resample", "impute", "encode", "training"
    };

    private final LocatedYamlNode root;

    /** @throws IllegalArgumentException naming the file and the line, when the text is no YAML */
    public RecipeFileParser(String file, String text) {
        root = LocatedYamlNode.read(file, "recipe", text);
    }

    /** @throws IllegalArgumentException naming the file and the line that is wrong */
    public PreparationRecipe parse() {
        root.only(STEPS);
        List<SeriesRecipe> rules = new ArrayList<>();
        Set<String> selected = selected();
        for (Variable variable : VariableCatalogue.standard().series()) {
            rules.add(rule(variable, selected.contains(variable.name())));
        }
        checkNames("unit");
        checkNames("range");
        checkNames("merge");
        return new PreparationRecipe(root.at("recipe").text(), revision(), rules, ages(), training());
    }

    private int revision() {
        return wholeNumber(root.at("revision"));
    }

    private Set<String> selected() {
        Set<String> names = new TreeSet<>();
        root.find("select")
                .ifPresentOrElse(
                        node -> node.items()
                                .forEach(item ->
                                        names.add(series(item, item.text()).name())),
                        () -> VariableCatalogue.standard().series().forEach(variable -> names.add(variable.name())));
        return names;
    }

    private SeriesRecipe rule(Variable variable, boolean selected) {
        SeriesRecipe shipped = PreparationRecipe.shippedRule(variable);
        Optional<LocatedYamlNode> unit = entry("unit", variable);
        return new SeriesRecipe(
                variable.name(),
                selected,
                unit.map(LocatedYamlNode::text).orElse(shipped.unit()),
                unit.map(node -> conversion(node, variable)).orElse(UnitConversion.IDENTITY),
                entry("range", variable).map(RecipeFileParser::range).orElse(ValueRange.UNBOUNDED),
                hourly(variable, shipped.hourly()),
                entry("merge", variable).map(node -> mergedFrom(node, variable)).orElse(SeriesRecipe.NONE),
                carryHours());
    }

    private Optional<LocatedYamlNode> entry(String step, Variable variable) {
        return root.find(step).flatMap(node -> node.find(variable.name()));
    }

    /** Refuses a step with a name that no series has. */
    private void checkNames(String step) {
        root.find(step).ifPresent(node -> node.entries().forEach((name, value) -> series(value, name)));
    }

    /** Inverts the conversion to the catalogue's unit. */
    private static UnitConversion conversion(LocatedYamlNode node, Variable variable) {
        UnitConversion toCatalogue = variable.conversionFrom(node.text())
                .orElseThrow(
                        () -> node.wrong("a unit that " + variable.name() + " can have, such as " + variable.unit()));
        return new UnitConversion(1 / toCatalogue.factor(), -toCatalogue.offset() / toCatalogue.factor());
    }

    private static ValueRange range(LocatedYamlNode node) {
        List<LocatedYamlNode> ends = node.items();
        if (ends.size() != 2 || !(ends.get(0).number() <= ends.get(1).number())) {
            throw node.wrong("the lowest and the highest value, such as [20, 300]");
        }
        return new ValueRange(ends.get(0).number(), ends.get(1).number());
    }

    private static int mergedFrom(LocatedYamlNode node, Variable variable) {
        Variable source = series(node, node.text());
        if (!source.unit().equals(variable.unit()) || source.equals(variable)) {
            throw node.wrong("another series in " + variable.unit());
        }
        return source.series().orElseThrow();
    }

    private HourlyValue hourly(Variable variable, HourlyValue shipped) {
        Optional<LocatedYamlNode> step = root.find("resample");
        step.ifPresent(node -> node.only("sum"));
        return step.flatMap(node -> node.find("sum"))
                .map(node -> node.items().stream()
                                .anyMatch(item -> series(item, item.text()).equals(variable))
                        ? HourlyValue.SUM
                        : HourlyValue.MEAN)
                .orElse(shipped);
    }

    private int carryHours() {
        return root.find("impute")
                .map(node -> node.only("carryHours").at("carryHours"))
                .map(RecipeFileParser::wholeNumber)
                .orElse(SeriesRecipe.WITHOUT_END);
    }

    private boolean ages() {
        return root.find("encode")
                .map(node -> node.items().stream()
                        .map(item -> item.oneOf(EncodedPart.class))
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(EncodedPart.class))))
                .map(parts -> parts.contains(EncodedPart.AGES))
                .orElse(true);
    }

    private TrainingPreparation training() {
        Optional<LocatedYamlNode> step = root.find("training");
        step.ifPresent(node -> node.only("clean", "impute"));
        return new TrainingPreparation(
                step.flatMap(node -> node.find("clean"))
                        .map(node -> node.oneOf(TrainingCleaning.class))
                        .orElse(TrainingCleaning.LIVE),
                step.flatMap(node -> node.find("impute"))
                        .map(node -> node.oneOf(TrainingImputation.class))
                        .orElse(TrainingImputation.LAST_VALUE));
    }

    private static int wholeNumber(LocatedYamlNode node) {
        double number = node.number();
        if (number < 0 || number != Math.rint(number)) {
            throw node.wrong("a whole number from 0");
        }
        return (int) number;
    }

    private static Variable series(LocatedYamlNode node, String name) {
        return VariableCatalogue.standard()
                .find(name)
                .filter(variable -> variable.series().isPresent())
                .orElseThrow(() -> node.refuse(
                        "'" + name + "' is no series of a window; docs/variables.md lists them (column series)"));
    }

    /** Lists the numbers of a cell that a model receives. */
    private enum EncodedPart {
        /** The value. */
        VALUES,
        /** Is 1 where the value was measured in its hour. */
        MEASURED,
        /** Hours since the last measurement. */
        AGES
    }
}
