package org.vigie.gateway.fhir;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.gateway.codes.ChannelWords;
import org.vigie.gateway.codes.Code;
import org.vigie.gateway.codes.CodeMap;
import org.vigie.gateway.codes.CodeMatch;
import org.vigie.gateway.codes.Meaning;
import org.vigie.gateway.codes.Measured;
import org.vigie.gateway.codes.Reason;
import org.vigie.gateway.codes.Understood;
import org.vigie.gateway.codes.ValueOrigin;
import org.vigie.gateway.fhir.Resources.Item;
import org.vigie.schemas.ReadingStatus;
import org.vigie.schemas.variable.Range;
import org.vigie.schemas.variable.Variable;

/**
 * An Observation's own value and those of its components. A member of a panel that does not say when it was taken was taken when the
 * panel was; {@code issued} is when a result was released and never a time of measurement.
 */
final class ObservationReader {
    private static final String[] TIMES = {
        "effectiveDateTime",
        "effectiveInstant",
        "effectivePeriod",
        "effectiveTiming",
        "appliesDateTime",
        "appliesPeriod"
    };

    private final CodeMap map;
    private final String sender;
    private final When when;
    private final Resources resources;
    private final Who who;
    private final Places places;
    private final Findings findings;
    private final StatementReader statements;
    private final Map<Object, Item> panels = new HashMap<>();

    ObservationReader(CodeMap map, String sender, When when, Resources resources, Findings findings) {
        this.map = map;
        this.sender = sender;
        this.when = when;
        this.resources = resources;
        this.who = new Who(resources);
        this.places = new Places(resources);
        this.findings = findings;
        this.statements = new StatementReader(resources);
        resources.items().forEach(this::findMembers);
    }

    private void findMembers(Item panel) {
        for (String way : List.of("hasMember", "related", "result")) {
            for (Element reference : panel.resource().each(way)) {
                Element target = reference.has("target") ? reference.get("target") : reference;
                resources.find(target, panel.container()).ifPresent(member -> panels.putIfAbsent(member.path(), panel));
            }
        }
    }

    /** What has a {@code focus} is said of somebody or something else than the subject. */
    void read(Item item) {
        Element observation = item.resource();
        Optional<Reason> refusal = Quality.refusal(observation)
                .or(() -> isSetting(item) ? Optional.of(Reason.SETTING) : Optional.empty())
                .or(() -> inherited(item, "focus").map(said -> Reason.OTHER_PATIENT));
        List<Element> components = observation.each("component");
        Optional<Element> value = Values.in(observation);
        boolean isGroup = !components.isEmpty() || observation.has("hasMember") || observation.has("related");
        if (value.isPresent() || !isGroup || observation.has("dataAbsentReason")) {
            read(item, observation, refusal);
        }
        components.forEach(component -> read(item, component, refusal));
    }

    /** @param holder of the value: the observation or a component */
    private void read(Item item, Element holder, Optional<Reason> refusal) {
        List<Code> codes = Concept.codes(holder.get("code"));
        Optional<Element> value = Values.in(holder);
        Optional<Element> absent = holder.any("dataAbsentReason");
        if (refusal.isEmpty() && Quality.isRetracted(item.resource())) {
            takenBack(item, holder, codes, value);
        } else if (absent.isPresent()) {
            findings.drop(
                    absent.get(),
                    codes,
                    Values.shown(absent.get()),
                    refusal.orElse(Reason.NO_RESULT),
                    FhirReadingCount.ofHolder(holder));
        } else if (Values.isAbsentByExtension(holder)) {
            findings.drop(value.orElse(holder.get("value")), codes, refusal.orElse(Reason.NO_RESULT));
        } else if (value.isEmpty()) {
            findings.drop(holder.get("value"), codes, refusal.orElse(Reason.EMPTY));
        } else if (refusal.isPresent()) {
            findings.drop(value.get(), codes, refusal.get());
        } else {
            measured(item, holder, codes, value.get());
        }
    }

    /** The value may be repeated or not; which one it was is known further on. A test takes back nothing. */
    private void takenBack(Item item, Element holder, List<Code> codes, Optional<Element> value) {
        Optional<Values.Scalar> repeated =
                value.map(Values::of).filter(Values.Scalar.class::isInstance).map(Values.Scalar.class::cast);
        double number = repeated.map(scalar -> scalar.value().doubleValue()).orElse(Double.NaN);
        List<Code> units = repeated.map(Values.Scalar::units).orElse(List.of());
        Optional<Understood.Quantity> taken = Quality.isTest(item.resource())
                ? Optional.empty()
                : Meaning.takenBack(match(item, holder, codes), number, units);
        Element shown = value.orElse(holder.get("value"));
        taken.ifPresentOrElse(
                quantity -> time(item)
                        .ifPresentOrElse(
                                time -> {
                                    findings.add(measured(
                                            item,
                                            time,
                                            quantity,
                                            ReadingStatus.RETRACTED,
                                            channel(item, codes, quantity.variable())));
                                    laterSamples(shown, codes);
                                },
                                () -> findings.drop(shown, codes, Reason.NO_TIME)),
                () -> findings.drop(shown, codes, Reason.RETRACTED));
    }

    /** Of a series that is taken back only the first instant is known. */
    private void laterSamples(Element series, List<Code> codes) {
        int later = FhirReadingCount.samples(series) - 1;
        if (later > 0) {
            findings.drop(series, codes, later + " samples", Reason.RETRACTED, later);
        }
    }

    private void measured(Item item, Element holder, List<Code> codes, Element value) {
        Values.Value read = Values.of(value);
        if (read instanceof Values.Scalar scalar) {
            measured(item, holder, codes, value, scalar, Duration.ZERO);
        } else if (read instanceof Values.Series series) {
            measured(item, holder, codes, value, series.samples());
        } else if (read instanceof Values.Nothing nothing) {
            findings.drop(value, codes, nothing.reason());
        }
    }

    private void measured(Item item, Element holder, List<Code> codes, Element value, Samples samples) {
        for (Samples.Sample sample : samples.measured()) {
            measured(item, holder, codes, value, new Values.Scalar(sample.value(), samples.units()), sample.after());
        }
        if (samples.absent() > 0) {
            findings.drop(value, codes, samples.absent() + " samples", Reason.NO_RESULT, (int) samples.absent());
        }
    }

    /** @param after the observation's own time */
    private void measured(
            Item item, Element holder, List<Code> codes, Element value, Values.Scalar scalar, Duration after) {
        Understood understood = Meaning.isEmpty(codes)
                ? new Understood.Not(Reason.NO_CODE)
                : Meaning.of(match(item, holder, codes), scalar.value().doubleValue(), scalar.units());
        if (understood instanceof Understood.Not not) {
            findings.drop(value, codes, Values.shown(value), not.reason(), 1);
        } else if (understood instanceof Understood.Quantity quantity) {
            ReadingStatus status = Quality.of(item.resource(), holder);
            time(item)
                    .ifPresentOrElse(
                            time -> findings.add(measured(
                                    item,
                                    time.plus(after),
                                    quantity,
                                    status,
                                    channel(item, codes, quantity.variable()))),
                            () -> findings.drop(value, codes, Values.shown(value), Reason.NO_TIME, 1));
        }
    }

    /** A component is part of its observation, an observation of the panel that names it. */
    private CodeMatch match(Item item, Element holder, List<Code> codes) {
        Optional<Element> group = holder.path().equals(item.resource().path())
                ? panel(item).map(Item::resource)
                : Optional.of(item.resource());
        return map.match(
                sender,
                codes,
                group.map(above -> Concept.codes(above.get("code"))).orElse(List.of()),
                origin(item));
    }

    private ValueOrigin origin(Item item) {
        ValueOrigin own = ValueOriginReader.of(item.resource());
        return own == ValueOrigin.UNSAID
                ? panel(item)
                        .map(above -> ValueOriginReader.of(above.resource()))
                        .orElse(own)
                : own;
    }

    private Measured measured(
            Item item, Instant time, Understood.Quantity quantity, ReadingStatus status, String channel) {
        Element observation = item.resource();
        return new Measured(
                places.of(observation, item.container()),
                inherited(item, "subject")
                        .map(said -> who.patient(said.resource().get("subject"), said.container()))
                        .orElse(""),
                inherited(item, "device")
                        .map(said -> who.device(said.resource().get("device"), said.container()))
                        .orElse(""),
                time,
                quantity.variable().name(),
                quantity.value(),
                quantity.variable().unit(),
                status,
                Range.UNBOUNDED,
                channel,
                observation.code("status").equals("preliminary"),
                statements.of(item));
    }

    /** What tells two sources of one variable apart: the code's own words, the site, the method, the specimen, the part of the device. */
    private String channel(Item item, List<Code> codes, Variable variable) {
        Element observation = item.resource();
        return ChannelWords.joined(Stream.of(
                map.sourceWord(variable, codes),
                inherited(item, "bodySite").map(said -> name(said, "bodySite")).orElse(""),
                inherited(item, "method").map(said -> name(said, "method")).orElse(""),
                observation
                        .any("specimen")
                        .flatMap(reference -> resources.find(reference, item.container()))
                        .map(specimen -> Concept.name(specimen.get("type")))
                        .orElse(""),
                inherited(item, "device")
                        .map(said -> who.part(said.resource().get("device"), said.container()))
                        .orElse("")));
    }

    private static String name(Item said, String concept) {
        return Concept.name(said.resource().get(concept));
    }

    /** The observation, or the panel it belongs to, that says {@code name}. */
    private Optional<Item> inherited(Item item, String name) {
        if (item.resource().has(name)) {
            return Optional.of(item);
        }
        return panel(item).filter(panel -> panel.resource().has(name));
    }

    /** The panel that names it as a member. */
    Optional<Item> panel(Item item) {
        return Optional.ofNullable(panels.get(item.resource().path()));
    }

    /** The first that says a time decides: one that cannot be read gives way to no other. */
    private Optional<Instant> time(Item item) {
        if (saysTime(item.resource())) {
            return when.first(item.resource(), TIMES);
        }
        Optional<Element> panel = panel(item).map(Item::resource).filter(ObservationReader::saysTime);
        return panel.isPresent() ? when.first(panel.get(), TIMES) : collected(item);
    }

    private static boolean saysTime(Element observation) {
        return Stream.of(TIMES).anyMatch(name -> observation.has(name) || observation.has("_" + name));
    }

    /** A laboratory's value is as old as its specimen. */
    private Optional<Instant> collected(Item item) {
        return item.resource()
                .any("specimen")
                .flatMap(reference -> resources.find(reference, item.container()))
                .flatMap(specimen -> specimen.any("collection"))
                .flatMap(collection -> when.first(collection, "collectedDateTime", "collectedPeriod"));
    }

    /** Set on a device, not measured: its metric says so, or the observation's category does. */
    private boolean isSetting(Item item) {
        return item.resource().each("category").stream().anyMatch(category -> Concept.holds(category, "setting"))
                || item.resource()
                        .any("device")
                        .flatMap(reference -> resources.find(reference, item.container()))
                        .filter(device -> device.code("category").equals("setting"))
                        .isPresent();
    }
}
