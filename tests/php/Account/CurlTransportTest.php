<?php

/**
 * How far a request came is told apart by real connections: refused, not trusted, closed, silent, cut, too long, redirected.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests\Account;

use IspmanagerNoc\Account\CurlTransport;
use IspmanagerNoc\Account\Host;
use IspmanagerNoc\Account\Reply;
use IspmanagerNoc\Account\Request;
use PHPUnit\Framework\TestCase;

final class CurlTransportTest extends TestCase
{
    public function testAWholeAnswerIsReceivedWithItsStatus(): void
    {
        $reply = $this->serve("HTTP/1.1 403 Forbidden\r\nContent-Length: 6\r\n\r\n<doc/>");
        self::assertSame([true, null, 403, '<doc/>'], [$reply->wasSent, $reply->failure, $reply->status, $reply->body]);
    }

    public function testTheFormGoesAsABodyAndNotAsAQuery(): void
    {
        $file = (string) tempnam(sys_get_temp_dir(), 'ispnoc');
        $this->serve("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", 5, $file);
        $request = (string) file_get_contents($file);
        unlink($file);
        self::assertStringStartsWith("POST /manager/billmgr HTTP/1.1\r\n", $request);
        self::assertStringContainsString("\r\n\r\nauthinfo=user%3Ap%26w&func=whoami", $request);
        self::assertStringNotContainsString('Expect', $request);
    }

    public function testARefusedConnectionSentNothing(): void
    {
        $port = self::freePort();
        $reply = $this->post(Host::parse("127.0.0.1:$port", true));
        self::assertSame([false, 0], [$reply->wasSent, $reply->status]);
    }

    public function testACertificateThatIsNotTrustedSentNothing(): void
    {
        [$process, $port, $directory] = self::tlsServer();
        try {
            $host = Host::parse('eu.ispmanager.com', false);
            $loopback = (new \ReflectionClass(Host::class))->newInstanceWithoutConstructor();
            foreach (['calls' => "https://127.0.0.1:$port/", 'pages' => $host->pages, 'isLoopback' => false] as $name => $value) {
                (new \ReflectionProperty(Host::class, $name))->setValue($loopback, $value);
            }
            $reply = $this->post($loopback);
            self::assertFalse($reply->wasSent, (string) $reply->failure);
            self::assertStringContainsStringIgnoringCase('certificate', (string) $reply->failure);
        } finally {
            proc_terminate($process);
            array_map(unlink(...), glob("$directory/*") ?: []);
            rmdir($directory);
        }
    }

    public function testAConnectionThatIsClosedAfterTheRequestIsLost(): void
    {
        $reply = $this->serve('');
        self::assertTrue($reply->wasSent);
        self::assertNotNull($reply->failure);
    }

    public function testAnAnswerThatIsCutOffIsLost(): void
    {
        $reply = $this->serve("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n<doc><id>812345</id>");
        self::assertTrue($reply->wasSent);
        self::assertNotNull($reply->failure);
        self::assertSame('<doc><id>812345</id>', $reply->body);
    }

    public function testASilentServerIsLostAfterTheTotalTime(): void
    {
        $reply = $this->serve(null, 1);
        self::assertTrue($reply->wasSent);
        self::assertNotNull($reply->failure);
    }

    public function testARedirectIsNotFollowed(): void
    {
        $reply = $this->serve("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:9/\r\nContent-Length: 0\r\n\r\n");
        self::assertSame([302, null], [$reply->status, $reply->failure]);
    }

    public function testABodyBeyondTheLimitIsLost(): void
    {
        $reply = $this->serve("HTTP/1.1 200 OK\r\n\r\n" . str_repeat('x', Request::MAX_BYTES + 1));
        self::assertTrue($reply->wasSent);
        self::assertNotNull($reply->failure);
    }

    private function post(Host $host, int $seconds = 5): Reply
    {
        return (new CurlTransport())->post(new Request($host, ['authinfo' => 'user:p&w', 'func' => 'whoami'], $seconds));
    }

    /** Answers one connection with the given bytes; null reads the request and stays silent. */
    private function serve(?string $answer, int $seconds = 5, string $keep = '/dev/null'): Reply
    {
        $server = stream_socket_server('tcp://127.0.0.1:0');
        self::assertNotFalse($server);
        $address = (string) stream_socket_get_name($server, false);
        $child = pcntl_fork();
        if ($child === 0) {
            $connection = stream_socket_accept($server, 5);
            $request = '';
            while (is_resource($connection) && !str_contains($request, 'func=whoami') && !feof($connection)) {
                $request .= fread($connection, 4096);
            }
            file_put_contents($keep, $request);
            if ($answer === null) {
                fread($connection, 1);
            } elseif (is_resource($connection)) {
                @fwrite($connection, $answer);
                stream_socket_shutdown($connection, STREAM_SHUT_WR);
                @fread($connection, 1);
            }
            posix_kill(posix_getpid(), SIGKILL);
        }
        fclose($server);
        $reply = $this->post(Host::parse($address, true), $seconds);
        pcntl_waitpid($child, $status);
        return $reply;
    }

    private static function freePort(): int
    {
        $server = stream_socket_server('tcp://127.0.0.1:0');
        self::assertNotFalse($server);
        $port = (int) substr((string) strrchr((string) stream_socket_get_name($server, false), ':'), 1);
        fclose($server);
        return $port;
    }

    /** @return array{resource, int, string} a server with a certificate that it signed itself */
    private static function tlsServer(): array
    {
        $directory = sys_get_temp_dir() . '/ispnoc-tls-' . bin2hex(random_bytes(4));
        mkdir($directory, 0700);
        $key = openssl_pkey_new(['private_key_bits' => 2048]);
        self::assertNotFalse($key);
        $request = openssl_csr_new(['commonName' => '127.0.0.1'], $key);
        $certificate = openssl_csr_sign($request, null, $key, 1);
        self::assertNotFalse($certificate);
        openssl_x509_export_to_file($certificate, "$directory/cert.pem");
        openssl_pkey_export_to_file($key, "$directory/key.pem");
        $port = self::freePort();
        $code = '$c = stream_context_create(["ssl" => ["local_cert" => $argv[1] . "/cert.pem", "local_pk" => $argv[1] . "/key.pem"]]);'
            . '$s = stream_socket_server("ssl://127.0.0.1:$argv[2]", $e, $t, STREAM_SERVER_BIND | STREAM_SERVER_LISTEN, $c);'
            . 'echo "ready\n"; while (true) { @stream_socket_accept($s, 10); }';
        $process = proc_open([PHP_BINARY, '-r', $code, $directory, (string) $port], [1 => ['pipe', 'w']], $pipes);
        self::assertIsResource($process);
        fgets($pipes[1]);
        return [$process, $port, $directory];
    }
}
