package ie.tradsessions.adapters.lambda.access;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAKeyGenParameterSpec;
import java.security.spec.RSAPrivateKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;

/** A key of an issuer, with which tests sign whatever they like. */
public record SigningKey(String id, KeyPair pair) {
    public static SigningKey generate(String id) {
        return generate(id, 2048, 65_537);
    }

    static SigningKey generate(String id, int bits, long exponent) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(new RSAKeyGenParameterSpec(bits, BigInteger.valueOf(exponent)));
            return new SigningKey(id, generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** A large key in little time: four primes make one as well as two do (RFC 8017). */
    static SigningKey ofFourPrimes(String id, int bitsOfEach) {
        Random random = new Random(1);
        BigInteger modulus = BigInteger.ONE;
        BigInteger phi = BigInteger.ONE;
        BigInteger exponent = BigInteger.valueOf(65_537);
        for (int i = 0; i < 4; i++) {
            BigInteger prime = primeWithHighestBits(bitsOfEach, exponent, random);
            modulus = modulus.multiply(prime);
            phi = phi.multiply(prime.subtract(BigInteger.ONE));
        }
        return ofExponents(id, modulus, exponent, exponent.modInverse(phi));
    }

    /** So that the product of four has four times as many bits. */
    private static BigInteger primeWithHighestBits(int bits, BigInteger exponent, Random random) {
        while (true) {
            BigInteger start = new BigInteger(bits, random)
                    .setBit(bits - 1)
                    .setBit(bits - 2)
                    .setBit(bits - 3)
                    .setBit(bits - 4);
            BigInteger prime = start.nextProbablePrime();
            if (!prime.subtract(BigInteger.ONE).mod(exponent).equals(BigInteger.ZERO)) {
                return prime;
            }
        }
    }

    /** A key as the library with the ROCA weakness made it: of primes k·M + (65537^a mod M). */
    static SigningKey withRocaWeakness(String id) {
        Random random = new Random(1);
        BigInteger p = rocaPrime(random);
        BigInteger q = rocaPrime(random);
        BigInteger exponent = BigInteger.valueOf(65_537);
        BigInteger phi = p.subtract(BigInteger.ONE).multiply(q.subtract(BigInteger.ONE));
        return ofExponents(id, p.multiply(q), exponent, exponent.modInverse(phi));
    }

    private static SigningKey ofExponents(
            String id, BigInteger modulus, BigInteger publicExponent, BigInteger privateExponent) {
        try {
            KeyFactory factory = KeyFactory.getInstance("RSA");
            return new SigningKey(
                    id,
                    new KeyPair(
                            factory.generatePublic(new RSAPublicKeySpec(modulus, publicExponent)),
                            factory.generatePrivate(new RSAPrivateKeySpec(modulus, privateExponent))));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static BigInteger rocaPrime(Random random) {
        BigInteger product = BigInteger.ONE;
        BigInteger prime = BigInteger.TWO;
        // The first 126 primes, as for keys of 2048 bits.
        for (int i = 0; i < 126; i++) {
            product = product.multiply(prime);
            prime = prime.nextProbablePrime();
        }
        BigInteger least = BigInteger.ONE.shiftLeft(1023).add(BigInteger.ONE.shiftLeft(1022));
        while (true) {
            BigInteger k = least.divide(product).add(new BigInteger(48, random));
            BigInteger candidate =
                    k.multiply(product).add(BigInteger.valueOf(65_537).modPow(new BigInteger(60, random), product));
            if (candidate.isProbablePrime(40)) {
                return candidate;
            }
        }
    }

    RSAPublicKey publicKey() {
        return (RSAPublicKey) pair.getPublic();
    }

    /** As it stands in a key set. */
    public String jwk() {
        return jwk("\"use\":\"sig\",\"alg\":\"RS256\"");
    }

    /** @param more members, of JSON */
    String jwk(String more) {
        return "{\"kty\":\"RSA\",\"kid\":\"%s\",\"n\":\"%s\",\"e\":\"%s\"%s}"
                .formatted(
                        id,
                        unsigned(publicKey().getModulus()),
                        unsigned(publicKey().getPublicExponent()),
                        more.isEmpty() ? "" : "," + more);
    }

    static String set(String... jwks) {
        return "{\"keys\":[" + String.join(",", jwks) + "]}";
    }

    public String signed(String payload) {
        return signedWithHeader("{\"alg\":\"RS256\",\"kid\":\"%s\"}".formatted(id), payload);
    }

    /** Signed by RS256, whatever the header says. */
    String signedWithHeader(String header, String payload) {
        return signed(header.getBytes(StandardCharsets.UTF_8), payload.getBytes(StandardCharsets.UTF_8));
    }

    String signed(byte[] header, byte[] payload) {
        String content = base64(header) + "." + base64(payload);
        return content + "." + base64(signature("SHA256withRSA", content));
    }

    byte[] signature(String algorithm, String content) {
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(pair.getPrivate());
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** The bare operation of RSA, of a block that is padded already. */
    byte[] power(byte[] block) {
        BigInteger result = new BigInteger(1, block)
                .modPow(
                        ((RSAPrivateKey) pair.getPrivate()).getPrivateExponent(),
                        publicKey().getModulus());
        byte[] bytes = result.toByteArray();
        byte[] whole = new byte[block.length];
        int length = Math.min(bytes.length, whole.length);
        System.arraycopy(bytes, bytes.length - length, whole, whole.length - length, length);
        return whole;
    }

    static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static String base64(String text) {
        return base64(text.getBytes(StandardCharsets.UTF_8));
    }

    static String unsigned(BigInteger value) {
        byte[] bytes = value.toByteArray();
        return base64(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }
}
