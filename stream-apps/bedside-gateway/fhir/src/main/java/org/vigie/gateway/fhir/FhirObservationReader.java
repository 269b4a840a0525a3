package org.vigie.gateway.fhir;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.gateway.fhir.FhirResourceIndex.IndexedResource;
import org.vigie.gateway.intake.MeasuredValue;
import org.vigie.schemas.MeasurementStatusRecord;
import org.vigie.schemas.variable.ValueRange;
import org.vigie.schemas.variable.Variable;
import org.vigie.terminology.ChannelLabels;
import org.vigie.terminology.CodeMap;
import org.vigie.terminology.CodeMatch;
import org.vigie.terminology.DropReason;
import org.vigie.terminology.InterpretedValue;
import org.vigie.terminology.SentCode;
import org.vigie.terminology.ValueInterpreter;
import org.vigie.terminology.ValueOrigin;

/**
 * Reads the value of an Observation and those of its components. A member of a panel without a time has the time of the panel. {@code
 * issued} is the time of release and never a time of measurement.
 */
final class FhirObservationReader {
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
    private final FhirTimeParser times;
    private final FhirResourceIndex resources;
    private final FhirIdentityResolver identities;
    private final FhirLocationResolver places;
    private final FhirFindings findings;
    private final ObservationIdentifierReader statements;
    private final Map<Object, IndexedResource> panels = new HashMap<>();

    FhirObservationReader(
            CodeMap map, String sender, FhirTimeParser times, FhirResourceIndex resources, FhirFindings findings) {
        this.map = map;
        this.sender = sender;
        this.times = times;
        this.resources = resources;
        this.identities = new FhirIdentityResolver(resources);
        this.places = new FhirLocationResolver(resources);
        this.findings = findings;
        this.statements = new ObservationIdentifierReader(resources);
        resources.items().forEach(this::findMembers);
    }

    private void findMembers(IndexedResource panel) {
        for (String way : List.of("hasMember", "related", "result")) {
            for (FhirElement reference : panel.resource().each(way)) {
                FhirElement target = reference.has("target") ? reference.get("target") : reference;
                resources.find(target, panel.container()).ifPresent(member -> panels.putIfAbsent(member.path(), panel));
            }
        }
    }

    /** Reads an Observation. One with a {@code focus} concerns something else than its subject and is left out. */
    void read(IndexedResource item) {
        FhirElement observation = item.resource();
        Optional<DropReason> refusal = new FhirObservationStatus(observation)
                .refusal()
                .or(() -> isSetting(item) ? Optional.of(DropReason.SETTING) : Optional.empty())
                .or(() -> inherited(item, "focus").map(holding -> DropReason.OTHER_PATIENT));
        List<FhirElement> components = observation.each("component");
        Optional<FhirElement> value = FhirValue.in(observation);
        boolean isGroup = !components.isEmpty() || observation.has("hasMember") || observation.has("related");
        if (value.isPresent() || !isGroup || observation.has("dataAbsentReason")) {
            read(item, observation, refusal);
        }
        components.forEach(component -> read(item, component, refusal));
    }

    /**
     * Reads one value.
     *
     * @param holder the observation, or the component that holds the value
     */
    private void read(IndexedResource item, FhirElement holder, Optional<DropReason> refusal) {
        List<SentCode> codes = new CodeableConcept(holder.get("code")).codes();
        Optional<FhirElement> value = FhirValue.in(holder);
        Optional<FhirElement> absent = holder.any("dataAbsentReason");
        if (refusal.isEmpty() && new FhirObservationStatus(item.resource()).isRetracted()) {
            retract(item, holder, codes, value);
        } else if (absent.isPresent()) {
            findings.drop(
                    absent.get(),
                    codes,
                    FhirValue.shown(absent.get()),
                    refusal.orElse(DropReason.NO_RESULT),
                    FhirReadingCount.ofHolder(holder));
        } else if (FhirValue.isAbsentByExtension(holder)) {
            findings.drop(value.orElse(holder.get("value")), codes, refusal.orElse(DropReason.NO_RESULT));
        } else if (value.isEmpty()) {
            findings.drop(holder.get("value"), codes, refusal.orElse(DropReason.EMPTY));
        } else if (refusal.isPresent()) {
            findings.drop(value.get(), codes, refusal.get());
        } else {
            measured(item, holder, codes, value.get());
        }
    }

    /** Reads a retraction. The value may be repeated or not. A test retracts nothing. */
    private void retract(IndexedResource item, FhirElement holder, List<SentCode> codes, Optional<FhirElement> value) {
        Optional<FhirValue.ScalarFhirValue> repeated = value.map(FhirValue::of)
                .filter(FhirValue.ScalarFhirValue.class::isInstance)
                .map(FhirValue.ScalarFhirValue.class::cast);
        double number = repeated.map(scalar -> scalar.value().doubleValue()).orElse(Double.NaN);
        List<SentCode> units = repeated.map(FhirValue.ScalarFhirValue::units).orElse(List.of());
        Optional<InterpretedValue.CatalogueQuantity> taken = new FhirObservationStatus(item.resource()).isTest()
                ? Optional.empty()
                : ValueInterpreter.interpretRetraction(match(item, holder, codes), number, units);
        FhirElement shown = value.orElse(holder.get("value"));
        taken.ifPresentOrElse(
                quantity -> time(item)
                        .ifPresentOrElse(
                                time -> {
                                    findings.add(measured(
                                            item,
                                            time,
                                            quantity,
                                            MeasurementStatusRecord.RETRACTED,
                                            channel(item, codes, quantity.variable())));
                                    laterSamples(shown, codes);
                                },
                                () -> findings.drop(shown, codes, DropReason.NO_TIME)),
                () -> findings.drop(shown, codes, DropReason.RETRACTED));
    }

    /** Leaves out the later samples of a retracted series, of which only the first instant is known. */
    private void laterSamples(FhirElement series, List<SentCode> codes) {
        int later = FhirReadingCount.samples(series) - 1;
        if (later > 0) {
            findings.drop(series, codes, later + " samples", DropReason.RETRACTED, later);
        }
    }

    private void measured(IndexedResource item, FhirElement holder, List<SentCode> codes, FhirElement value) {
        FhirValue read = FhirValue.of(value);
        if (read instanceof FhirValue.ScalarFhirValue scalar) {
            measured(item, holder, codes, value, scalar, Duration.ZERO);
        } else if (read instanceof FhirValue.SeriesFhirValue series) {
            measured(item, holder, codes, value, series.samples());
        } else if (read instanceof FhirValue.UnusableFhirValue unusable) {
            findings.drop(value, codes, unusable.reason());
        }
    }

    private void measured(
            IndexedResource item,
            FhirElement holder,
            List<SentCode> codes,
            FhirElement value,
            FhirSampledSeries samples) {
        for (FhirSampledSeries.SampledValue sample : samples.measured()) {
            measured(
                    item,
                    holder,
                    codes,
                    value,
                    new FhirValue.ScalarFhirValue(sample.value(), samples.units()),
                    sample.after());
        }
        if (samples.absent() > 0) {
            findings.drop(value, codes, samples.absent() + " samples", DropReason.NO_RESULT, (int) samples.absent());
        }
    }

    /**
     * Adds a measured value.
     *
     * @param after difference to the observation's own time
     */
    private void measured(
            IndexedResource item,
            FhirElement holder,
            List<SentCode> codes,
            FhirElement value,
            FhirValue.ScalarFhirValue scalar,
            Duration after) {
        InterpretedValue interpreted = ValueInterpreter.isEmpty(codes)
                ? new InterpretedValue.NotInterpreted(DropReason.NO_CODE)
                : ValueInterpreter.interpret(
                        match(item, holder, codes), scalar.value().doubleValue(), scalar.units());
        if (interpreted instanceof InterpretedValue.NotInterpreted notInterpreted) {
            findings.drop(value, codes, FhirValue.shown(value), notInterpreted.reason(), 1);
        } else if (interpreted instanceof InterpretedValue.CatalogueQuantity quantity) {
            MeasurementStatusRecord status = new FhirObservationStatus(item.resource()).of(holder);
            time(item)
                    .ifPresentOrElse(
                            time -> findings.add(measured(
                                    item,
                                    time.plus(after),
                                    quantity,
                                    status,
                                    channel(item, codes, quantity.variable()))),
                            () -> findings.drop(value, codes, FhirValue.shown(value), DropReason.NO_TIME, 1));
        }
    }

    /** Finds the variable. The group of a component is its observation, the group of an observation is its panel. */
    private CodeMatch match(IndexedResource item, FhirElement holder, List<SentCode> codes) {
        Optional<FhirElement> group = holder.path().equals(item.resource().path())
                ? panel(item).map(IndexedResource::resource)
                : Optional.of(item.resource());
        return map.match(
                sender,
                codes,
                group.map(above -> new CodeableConcept(above.get("code")).codes())
                        .orElse(List.of()),
                origin(item));
    }

    private ValueOrigin origin(IndexedResource item) {
        ValueOrigin own = new FhirValueOriginReader(item.resource()).read();
        return own == ValueOrigin.UNKNOWN
                ? panel(item)
                        .map(above -> new FhirValueOriginReader(above.resource()).read())
                        .orElse(own)
                : own;
    }

    private MeasuredValue measured(
            IndexedResource item,
            Instant time,
            InterpretedValue.CatalogueQuantity quantity,
            MeasurementStatusRecord status,
            String channel) {
        FhirElement observation = item.resource();
        return new MeasuredValue(
                places.of(observation, item.container()),
                inherited(item, "subject")
                        .map(holding -> identities.patient(holding.resource().get("subject"), holding.container()))
                        .orElse(""),
                inherited(item, "device")
                        .map(holding -> identities.device(holding.resource().get("device"), holding.container()))
                        .orElse(""),
                time,
                quantity.variable().name(),
                quantity.value(),
                quantity.variable().unit(),
                status,
                ValueRange.UNBOUNDED,
                channel,
                observation.code("status").equals("preliminary"),
                statements.of(item));
    }

    /** Returns the channel: the words of the code, the site, the method, the specimen and the part of the device. */
    private String channel(IndexedResource item, List<SentCode> codes, Variable variable) {
        FhirElement observation = item.resource();
        return ChannelLabels.joined(Stream.of(
                map.sourceWord(variable, codes),
                inherited(item, "bodySite")
                        .map(holding -> name(holding, "bodySite"))
                        .orElse(""),
                inherited(item, "method")
                        .map(holding -> name(holding, "method"))
                        .orElse(""),
                observation
                        .any("specimen")
                        .flatMap(reference -> resources.find(reference, item.container()))
                        .map(specimen -> new CodeableConcept(specimen.get("type")).name())
                        .orElse(""),
                inherited(item, "device")
                        .map(holding -> identities.part(holding.resource().get("device"), holding.container()))
                        .orElse("")));
    }

    private static String name(IndexedResource holding, String concept) {
        return new CodeableConcept(holding.resource().get(concept)).name();
    }

    /** Returns the observation, or its panel, that has this element. */
    private Optional<IndexedResource> inherited(IndexedResource item, String name) {
        if (item.resource().has(name)) {
            return Optional.of(item);
        }
        return panel(item).filter(panel -> panel.resource().has(name));
    }

    /** Returns the panel that has the observation as a member. */
    Optional<IndexedResource> panel(IndexedResource item) {
        return Optional.ofNullable(panels.get(item.resource().path()));
    }

    /** Returns the time of measurement. The first element with a time decides, even when it cannot be read. */
    private Optional<Instant> time(IndexedResource item) {
        if (hasTime(item.resource())) {
            return times.first(item.resource(), TIMES);
        }
        Optional<FhirElement> panel = panel(item).map(IndexedResource::resource).filter(FhirObservationReader::hasTime);
        return panel.isPresent() ? times.first(panel.get(), TIMES) : collected(item);
    }

    private static boolean hasTime(FhirElement observation) {
        return Stream.of(TIMES).anyMatch(name -> observation.has(name) || observation.has("_" + name));
    }

    /** Returns the time of the specimen, which is the time of a laboratory value. */
    private Optional<Instant> collected(IndexedResource item) {
        return item.resource()
                .any("specimen")
                .flatMap(reference -> resources.find(reference, item.container()))
                .flatMap(specimen -> specimen.any("collection"))
                .flatMap(collection -> times.first(collection, "collectedDateTime", "collectedPeriod"));
    }

    /** Says whether the value was set on a device and not measured, by its metric or by the category of the observation. */
    private boolean isSetting(IndexedResource item) {
        return item.resource().each("category").stream()
                        .anyMatch(category -> new CodeableConcept(category).holds("setting"))
                || item.resource()
                        .any("device")
                        .flatMap(reference -> resources.find(reference, item.container()))
                        .filter(device -> device.code("category").equals("setting"))
                        .isPresent();
    }
}
