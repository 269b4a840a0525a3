/** An experiment with single trees that ships nothing. */
package org.vigie.training;
