/** Measures the cost of reading an HL7 message of a monitor, beside HAPI's parser in the same run. */
package org.vigie.bench.hl7;
