package org.vigie.gateway.fhir.element;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.gateway.fhir.FhirCorpus;
import org.vigie.gateway.intake.DroppedElement;
import org.vigie.gateway.intake.MeasuredValue;
import org.vigie.gateway.intake.MessageOutcome;
import org.vigie.terminology.DropReason;

/** Tests that elements are identified by their namespace, and not by prefix or place. */
class FhirXmlParserTest {
    private static final String HEAD = """
            <f:status value="final"/><f:code><f:coding><f:system value="http://loinc.org"/><f:code value="8867-4"/></f:coding></f:code>
            <f:subject><f:reference value="Patient/p-31"/></f:subject><f:effectiveDateTime value="2026-06-10T12:00:00Z"/>""";
    private static final String HEART_RATE =
            "<f:valueQuantity><f:value value=\"72\"/><f:unit value=\"/min\"/></f:valueQuantity>";
    private static final String FOREIGN =
            "<v:valueQuantity><v:value value=\"250\"/><v:unit value=\"/min\"/></v:valueQuantity>";

    private static MessageOutcome read(String xml) {
        return FhirCorpus.READER.read(xml.getBytes(StandardCharsets.UTF_8));
    }

    private static MessageOutcome observation(String content) {
        return read(
                "<?xml version=\"1.0\"?><f:Observation xmlns:f=\"http://hl7.org/fhir\" xmlns:v=\"urn:vendor.example\">"
                        + HEAD + content + "</f:Observation>");
    }

    /** The same without a prefix, in the default namespace {@code namespace}. */
    private static MessageOutcome unprefixed(String namespace, String content) {
        String declared = namespace.isEmpty() ? "" : " xmlns=\"" + namespace + "\"";
        return read("<Observation" + declared + " xmlns:v=\"urn:vendor.example\">" + (HEAD + content).replace("f:", "")
                + "</Observation>");
    }

    private static void isHeartRate72(MessageOutcome outcome) {
        assertThat(outcome.observations()).extracting(MeasuredValue::value).containsExactly(72.0);
        assertThat(outcome.observations()).extracting(MeasuredValue::patient).containsExactly("p-31");
    }

    @Test
    void aForeignValueBeforeFhirsOwnHidesNothingAndIsReported() {
        // given
        MessageOutcome outcome = observation(FOREIGN + HEART_RATE);

        // when
        isHeartRate72(outcome);

        // then
        assertThat(outcome.dropped()).extracting(DroppedElement::reason).containsExactly(DropReason.FOREIGN_ELEMENT);
        assertThat(outcome.dropped()).extracting(DroppedElement::field).containsExactly("v:valueQuantity");
    }

    @Test
    void aForeignValueBehindFhirsOwnChangesNothing() {
        isHeartRate72(observation(HEART_RATE + FOREIGN + FOREIGN));
    }

    @Test
    void aForeignValueAloneIsNoValue() {
        // when
        MessageOutcome outcome = observation(FOREIGN);

        // then
        assertThat(outcome.observations()).isEmpty();
        assertThat(outcome.dropped())
                .extracting(DroppedElement::reason)
                .containsExactly(DropReason.FOREIGN_ELEMENT, DropReason.EMPTY);
    }

    @Test
    void aForeignElementWithinFhirsOwnHidesNothing() {
        isHeartRate72(observation("<f:valueQuantity><v:value value=\"250\"/><f:value value=\"72\"/>"
                + "<v:comparator value=\"&lt;\"/><f:unit value=\"/min\"/></f:valueQuantity>"));
    }

    @Test
    void whatAForeignElementWrapsIsNotRead() {
        assertThat(observation("<v:wrap>" + HEART_RATE + "</v:wrap>").observations())
                .isEmpty();
    }

    @Test
    void aForeignElementInTheDefaultNamespaceIsForeignAllTheSame() {
        isHeartRate72(observation(FOREIGN.replace("v:valueQuantity>", "valueQuantity>")
                        .replace("<valueQuantity>", "<valueQuantity xmlns=\"urn:vendor.example\">")
                + HEART_RATE));
        isHeartRate72(observation("<valueQuantity><value value=\"250\"/></valueQuantity>" + HEART_RATE));
    }

    @Test
    void thePrefixMayBeDeclaredAnewOnTheWay() {
        isHeartRate72(observation("<v:valueQuantity xmlns:v=\"http://hl7.org/fhir\"><v:value value=\"72\"/>"
                + "<v:unit value=\"/min\"/></v:valueQuantity>"));
        isHeartRate72(
                observation("<f:valueQuantity xmlns:f=\"urn:vendor.example\"><f:value value=\"250\"/></f:valueQuantity>"
                        + HEART_RATE));
    }

    @Test
    void anAttributeOfAnotherNamespaceIsNotTheValue() {
        // when
        isHeartRate72(observation("<f:valueQuantity><f:value v:value=\"250\" value=\"72\"/><f:unit value=\"/min\"/>"
                + "</f:valueQuantity>"));

        // then
        assertThat(observation("<f:valueQuantity><f:value v:value=\"250\"/><f:unit value=\"/min\"/></f:valueQuantity>")
                        .observations())
                .isEmpty();
    }

    @Test
    void aForeignStatusOrCodeChangesNothing() {
        isHeartRate72(observation(
                "<v:status value=\"entered-in-error\"/><v:code><v:coding><v:code value=\"8480-6\"/></v:coding></v:code>"
                        + "<v:dataAbsentReason/>" + HEART_RATE));
    }

    @Test
    void aRootInTheDefaultNamespaceIsRead() {
        isHeartRate72(unprefixed("http://hl7.org/fhir", FOREIGN + HEART_RATE));
    }

    @Test
    void aRootWithoutAnyNamespaceIsRead() {
        isHeartRate72(unprefixed("", FOREIGN + HEART_RATE));
    }

    @Test
    void aRootWithoutNamespaceAboveElementsOfFhirsIsRefused() {
        // when
        MessageOutcome outcome = unprefixed(
                "", "<valueQuantity xmlns=\"http://hl7.org/fhir\"><value value=\"250\"/></valueQuantity>" + HEART_RATE);

        // then
        assertThat(outcome.ack()).isEqualTo("400");
        assertThat(outcome.error()).contains("no namespace");
    }

    @ParameterizedTest
    @ValueSource(strings = {"urn:vendor.example", "http://hl7.org/fhir/", "HTTP://HL7.ORG/FHIR", "urn:hl7-org:v3"})
    void aRootInAnotherNamespaceIsRefused(String namespace) {
        // when
        MessageOutcome outcome = unprefixed(namespace, HEART_RATE);

        // then
        assertThat(outcome.ack()).isEqualTo("400");
        assertThat(outcome.error()).contains("http://hl7.org/fhir");
    }

    @Test
    void fhirInAForeignEnvelopeIsRefused() {
        assertThat(read("<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body>"
                                + "<Observation xmlns=\"http://hl7.org/fhir\"/></s:Body></s:Envelope>")
                        .ack())
                .isEqualTo("400");
    }

    @Test
    void aForeignEntryOfABundleIsReported() {
        // given
        MessageOutcome outcome = read(
                "<f:Bundle xmlns:f=\"http://hl7.org/fhir\" xmlns:v=\"urn:vendor.example\"><f:type value=\"collection\"/>"
                        + "<v:entry><f:resource/></v:entry><f:entry><f:resource><v:Observation/><f:Observation>" + HEAD
                        + HEART_RATE
                        + "</f:Observation></f:resource></f:entry></f:Bundle>");

        // when
        isHeartRate72(outcome);

        // then
        assertThat(outcome.dropped())
                .extracting(dropped -> dropped.segment() + " " + dropped.field())
                .containsExactlyInAnyOrder("Bundle v:entry", "Bundle.entry.resource v:Observation");
    }

    @Test
    void aContainedResourceOfAnotherNamespaceIsNone() {
        // when
        MessageOutcome outcome = observation(
                "<f:contained><v:Observation>" + HEAD + HEART_RATE + "</v:Observation></f:contained>" + HEART_RATE);
        // then
        isHeartRate72(outcome);
    }

    @Test
    void twoResourcesInOneEntryAreRefused() {
        assertThat(
                        read("<Bundle xmlns=\"http://hl7.org/fhir\"><type value=\"batch\"/><entry><resource><Patient/><Patient/>"
                                        + "</resource></entry></Bundle>")
                                .error())
                .contains("more than one resource");
    }

    @Test
    void narrativeTextIsSkippedWhateverItsContent() {
        isHeartRate72(observation(
                "<f:text><h:div xmlns:h=\"http://www.w3.org/1999/xhtml\"><f:valueQuantity/></h:div></f:text>"
                        + HEART_RATE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE Observation SYSTEM \"http://127.0.0.1:9/x.dtd\">",
                "<!DOCTYPE Observation [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>",
                "<!DOCTYPE Observation [<!ENTITY % e SYSTEM \"file:///etc/hostname\"> %e;]>",
                "<!DOCTYPE Observation [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;\">]>"
            })
    void aDocumentTypeIsRefused(String doctype) {
        // when
        MessageOutcome outcome = read("<?xml version=\"1.0\"?>" + doctype
                + "<Observation xmlns=\"http://hl7.org/fhir\"><id value=\"&e;&c;\"/></Observation>");

        // then
        assertThat(outcome.ack()).isEqualTo("400");
        assertThat(outcome.observations()).isEmpty();
    }

    @Test
    void anUndeclaredEntityIsRefused() {
        assertThat(read("<Observation xmlns=\"http://hl7.org/fhir\"><id value=\"&e;\"/></Observation>")
                        .ack())
                .isEqualTo("400");
    }
}
