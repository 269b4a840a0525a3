package org.vigie.gateway.hl7.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.gateway.hl7.er7.Er7Message;
import org.vigie.gateway.hl7.er7.MalformedHl7Message;

class Hl7PersonLocationTest {
    @ParameterizedTest
    @CsvSource({
        "REA^^03, REA/03",
        "4E^136^B, 4E/136-B",
        "REA^03^03, REA/03",
        "^^ICU&01&0&0, ICU/01",
        "^^&10, 10",
        "^^7, 7",
        "REA, REA",
        "REA^136, REA/136",
        "'', ''",
        "REA^^03~SI^^01, REA/03",
        "REA^^BOX\\T\\3, REA/BOX&3",
    })
    void aBedIsNamedByItsUnitItsRoomAndItsBed(String location, String bed) throws MalformedHl7Message {
        // given
        Er7Message message =
                Er7Message.parse("MSH|^~\\&|MON|ICU|||20260301||ORU^R01|1|P|2.6\rPV1||I|" + location + "\r");

        // when, then
        assertThat(Hl7PersonLocation.of(message.first("PV1"), 3).bedName()).isEqualTo(bed);
    }
}
