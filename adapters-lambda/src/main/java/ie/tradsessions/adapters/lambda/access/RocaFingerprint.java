package ie.tradsessions.adapters.lambda.access;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Knows the moduli of a library for smart cards whose keys can be factored (ROCA, CVE-2017-15361; Nemec et al., "The
 * Return of Coppersmith's Attack", 2017). All its primes are k·M + (65537^a mod M), where M is a product of small primes;
 * so modulo each of those primes the modulus is a power of 65537. A modulus of anybody else is so by a chance of about one
 * in a hundred million.
 */
final class RocaFingerprint {
    private static final int GENERATOR = 65_537;
    /** The largest prime of the smallest M that the library used. */
    private static final int LARGEST_PRIME = 167;

    private static final List<Powers> POWERS = powers();

    private RocaFingerprint() {}

    /** The powers of 65537 modulo a prime. */
    private record Powers(BigInteger prime, BitSet residues) {
        static Powers modulo(int prime) {
            BitSet residues = new BitSet(prime);
            int power = 1;
            do {
                residues.set(power);
                power = Math.floorMod(power * (GENERATOR % prime), prime);
            } while (power != 1);
            return new Powers(BigInteger.valueOf(prime), residues);
        }

        boolean include(BigInteger modulus) {
            return residues.get(modulus.mod(prime).intValue());
        }
    }

    private static List<Powers> powers() {
        List<Powers> powers = new ArrayList<>();
        for (int prime = 3; prime <= LARGEST_PRIME; prime += 2) {
            if (BigInteger.valueOf(prime).isProbablePrime(30)) {
                powers.add(Powers.modulo(prime));
            }
        }
        return List.copyOf(powers);
    }

    static boolean isOn(BigInteger modulus) {
        return POWERS.stream().allMatch(powers -> powers.include(modulus));
    }
}
