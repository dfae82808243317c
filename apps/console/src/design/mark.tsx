/** A keyhole cut out of a rounded door with an unequal corner. */
export function Mark({ size }: { readonly size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" fill="var(--brass)">
      <path
        fillRule="evenodd"
        d="M10 2h7a11 11 0 0 1 11 11v13a4 4 0 0 1-4 4H8a4 4 0 0 1-4-4V8a6 6 0 0 1 6-6Zm6 8a4.2 4.2 0 0 0-2.1 7.84L12.4 25h7.2l-1.5-7.16A4.2 4.2 0 0 0 16 10Z"
      />
    </svg>
  );
}
